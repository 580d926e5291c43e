using System.Text;

namespace Helios.Kernel.Filtering;

/// <summary>One term or more holds: <c>status:new OR priority:urgent</c>. AND binds before OR.</summary>
/// <param name="Terms">Two and more.</param>
public sealed record FilterOr(IReadOnlyList<FilterNode> Terms) : FilterNode
{
    public bool Equals(FilterOr? other) => other is not null && Terms.SequenceEqual(other.Terms);

    public override int GetHashCode() => Terms.Aggregate(19, HashCode.Combine);

    internal override void Write(StringBuilder text)
    {
        for (var index = 0; index < Terms.Count; index++)
        {
            if (index > 0)
                text.Append(" OR ");
            Terms[index].Write(text);
        }
    }
}
