using System.Text;

namespace Helios.Kernel.Filtering;

/// <summary>Free words and quoted phrases that the row's text holds, all of them: <c>printer "paper jam"</c>.</summary>
/// <param name="Words">One or more; a phrase is one.</param>
public sealed record FilterWords(IReadOnlyList<FilterValue> Words) : FilterNode
{
    public bool Equals(FilterWords? other) => other is not null && Words.SequenceEqual(other.Words);

    public override int GetHashCode() => Words.Aggregate(23, HashCode.Combine);

    internal override void Write(StringBuilder text)
    {
        for (var index = 0; index < Words.Count; index++)
        {
            if (index > 0)
                text.Append(' ');
            FilterText.WriteWord(text, Words[index].Text);
        }
    }
}
