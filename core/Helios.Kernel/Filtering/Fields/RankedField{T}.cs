namespace Helios.Kernel.Filtering.Fields;

/// <summary>A smallint column whose values have names and an order.</summary>
sealed class RankedField<T>(string name, string description, Column<short> column, IReadOnlyList<string> names, short first)
    : ColumnField<T, short>(new FilterFieldInfo(name, FilterFieldKind.Ranked, description) { Operators = Comparison, Values = [.. names, .. column.IsNullable ? [None] : Array.Empty<string>()] }, column)
    where T : class
{
    readonly Dictionary<string, short> ranks = names.Select((named, rank) => (named, rank))
        .ToDictionary(pair => pair.named, pair => (short)(pair.rank + first), StringComparer.OrdinalIgnoreCase);

    protected override string? Read(string text, FilterContext context, List<short> values)
    {
        if (!ranks.TryGetValue(text, out var rank))
            return FilterSentences.UnknownValue(Info.Name, text, [.. Info.Values]);
        values.Add(rank);
        return null;
    }
}
