namespace Helios.Web.Components.Forms;

/// <summary>One choice of a closed list.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What is read.</param>
/// <param name="Detail">A sentence on it; shown by <c>Choice</c>.</param>
public sealed record SelectOption(string Value, string Label, string? Detail = null)
{
    /// <summary>Whether choosing it in a <c>Select</c> shows the parts of the form with the class <c>opened</c>. They stand hidden, so they are sent all the same.</summary>
    public bool Opens { get; init; }
}
