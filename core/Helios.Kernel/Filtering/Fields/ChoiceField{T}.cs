namespace Helios.Kernel.Filtering.Fields;

/// <summary>A text column with a closed list of values and words for groups of them.</summary>
sealed class ChoiceField<T> : ColumnField<T, string>
    where T : class
{
    readonly Dictionary<string, string[]> meanings = new(StringComparer.OrdinalIgnoreCase);

    public ChoiceField(string name, string description, Column<string> column, IReadOnlyList<string> values, IReadOnlyDictionary<string, string[]> groups)
        : base(new FilterFieldInfo(name, FilterFieldKind.Choice, description) { Operators = Equality, Values = [.. values, .. groups.Keys, .. column.IsNullable ? [None] : Array.Empty<string>()], Meanings = groups.ToDictionary(group => group.Key, group => string.Join(" or ", group.Value), StringComparer.Ordinal) }, column)
    {
        foreach (var value in values)
            meanings.Add(value, [value]);
        foreach (var (group, members) in groups)
        {
            if (!meanings.TryAdd(group, members) || members.Length == 0 || members.Except(values, StringComparer.Ordinal).Any())
                throw new InvalidOperationException($"The group “{group}” of the filter field “{name}” must have a name of its own and hold declared values.");
        }
    }

    protected override string? Read(string text, FilterContext context, List<string> values)
    {
        if (!meanings.TryGetValue(text, out var meant))
            return FilterSentences.UnknownValue(Info.Name, text, [.. Info.Values]);
        values.AddRange(meant);
        return null;
    }

    protected override bool MeansEmpty(string text) => base.MeansEmpty(text) && !meanings.ContainsKey(text);
}
