using System.Text;

namespace Helios.Kernel.Filtering;

/// <summary>A field compared with a value, or with one of several: <c>status:new,open</c>.</summary>
/// <param name="Field">The field's name in lower case.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Values">One or more.</param>
public sealed record FilterCondition(string Field, FilterOperator Operator, IReadOnlyList<FilterValue> Values) : FilterNode
{
    /// <summary>Where the field's name begins, counted in characters from 0.</summary>
    public int Position { get; init; }

    /// <summary>How many characters the condition takes, from its field to its last value.</summary>
    public int Length { get; init; }

    public bool Equals(FilterCondition? other) =>
        other is not null && Operator == other.Operator && string.Equals(Field, other.Field, StringComparison.Ordinal) && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => Values.Aggregate(HashCode.Combine(StringComparer.Ordinal.GetHashCode(Field), Operator), HashCode.Combine);

    internal override void Write(StringBuilder text)
    {
        text.Append(Field).Append(FilterText.Symbol(Operator));
        for (var index = 0; index < Values.Count; index++)
        {
            if (index > 0)
                text.Append(',');
            FilterText.WriteValue(text, Values[index].Text);
        }
    }
}
