using Helios.Web.Components.Forms;

namespace Helios.Core.Bulk;

/// <summary>A field that a bulk act asks for.</summary>
/// <param name="Name">The field of the command's input.</param>
/// <param name="Label">Its name for people.</param>
public sealed record BulkField(string Name, string Label)
{
    /// <summary>The kinds to pick from, such as <c>user</c>; null where it is no reference.</summary>
    public string? Kinds { get; init; }

    /// <summary>The choices; empty where anything can be typed.</summary>
    public IReadOnlyList<SelectOption> Options { get; init; } = [];

    /// <summary>Whether it may stay empty, and what that means.</summary>
    public string? EmptyMeans { get; init; }
}
