namespace Helios.Web.Rest.Reference;

/// <summary>A field of a request or an answer, as people read it.</summary>
/// <param name="Name">Its name on the wire; fields inside others have dots, those of lists brackets.</param>
/// <param name="Type">What it takes, in words.</param>
/// <param name="IsRequired">Whether it must be sent.</param>
/// <param name="Rules">Lengths, ranges, choices, what stands in when it is left out; null where it has none.</param>
/// <param name="Description">What it means.</param>
public sealed record ApiField(string Name, string Type, bool IsRequired, string? Rules, string? Description)
{
    /// <summary>Where a parameter stands: path, query or header; null for fields of bodies and answers.</summary>
    public string? Place { get; init; }

    /// <summary>The words of a closed list.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
