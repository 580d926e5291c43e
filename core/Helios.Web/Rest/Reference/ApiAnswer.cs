namespace Helios.Web.Rest.Reference;

/// <summary>One answer that an operation may give.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Description">What it means.</param>
/// <param name="IsRefusal">Whether it is a problem.</param>
/// <param name="Fields">The fields of its body.</param>
public sealed record ApiAnswer(int Status, string Description, bool IsRefusal, IReadOnlyList<ApiField> Fields)
{
    /// <summary>What a problem is called in the help; null for other answers.</summary>
    public string? Problem { get; init; }
}
