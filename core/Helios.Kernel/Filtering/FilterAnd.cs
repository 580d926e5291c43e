using System.Text;

namespace Helios.Kernel.Filtering;

/// <summary>Every term holds: <c>status:open assignee:me</c>. Without terms it is the empty filter.</summary>
/// <param name="Terms">None, or two and more.</param>
public sealed record FilterAnd(IReadOnlyList<FilterNode> Terms) : FilterNode
{
    public bool Equals(FilterAnd? other) => other is not null && Terms.SequenceEqual(other.Terms);

    public override int GetHashCode() => Terms.Aggregate(17, HashCode.Combine);

    internal override void Write(StringBuilder text)
    {
        for (var index = 0; index < Terms.Count; index++)
        {
            if (index > 0)
                text.Append(' ');
            if (Terms[index] is FilterOr or)
                WriteGroup(text, or);
            else
                Terms[index].Write(text);
        }
    }
}
