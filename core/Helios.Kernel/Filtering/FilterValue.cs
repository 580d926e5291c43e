namespace Helios.Kernel.Filtering;

/// <summary>A value or word of a filter and where it stands. Equal when the text is.</summary>
/// <param name="Text">Without quotation marks and escapes.</param>
/// <param name="Position">Where it begins, counted in characters from 0, with its quotation mark.</param>
/// <param name="Length">How many characters it takes there.</param>
public sealed record FilterValue(string Text, int Position = 0, int Length = 0)
{
    public bool Equals(FilterValue? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
