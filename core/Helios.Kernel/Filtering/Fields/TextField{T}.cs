namespace Helios.Kernel.Filtering.Fields;

/// <summary>A text column that is compared as a whole.</summary>
sealed class TextField<T>(string name, string description, FilterFieldKind kind, Column<string> column, Func<string, string> normalize)
    : ColumnField<T, string>(new FilterFieldInfo(name, kind, description) { Operators = Equality }, column)
    where T : class
{
    /// <summary>Any text may be stored, so no word can stand for an empty one.</summary>
    protected override bool MeansEmpty(string text) => false;

    protected override string? Read(string text, FilterContext context, List<string> values)
    {
        values.Add(normalize(text));
        return null;
    }
}
