namespace Helios.Kernel.Filtering.Fields;

/// <summary>Yes or no.</summary>
sealed class FlagField<T>(string name, string description, Column<bool> column)
    : ColumnField<T, bool>(new FilterFieldInfo(name, FilterFieldKind.Flag, description) { Operators = Equality, Values = ["yes", "no"] }, column)
    where T : class
{
    protected override string? Read(string text, FilterContext context, List<bool> values)
    {
        switch (text.ToLowerInvariant())
        {
            case "yes" or "true":
                values.Add(true);
                return null;
            case "no" or "false":
                values.Add(false);
                return null;
            default:
                return FilterSentences.UnknownValue(Info.Name, text, [.. Info.Values]);
        }
    }
}
