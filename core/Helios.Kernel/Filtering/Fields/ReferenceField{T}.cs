namespace Helios.Kernel.Filtering.Fields;

/// <summary>A column that holds another entity's id.</summary>
sealed class ReferenceField<T>(string name, string description, Column<Guid> column, string kind)
    : ColumnField<T, Guid>(
        new FilterFieldInfo(name, FilterFieldKind.Reference, description)
        {
            Operators = Equality,
            Values = [.. IsPerson(kind) ? [Me] : Array.Empty<string>(), .. column.IsNullable ? [None] : Array.Empty<string>()],
            Meanings = new Dictionary<string, string>(StringComparer.Ordinal) { [Me] = "you", [None] = IsPerson(kind) ? "nobody" : "nothing" },
            ReferenceKind = kind,
        },
        column)
    where T : class
{
    const string Me = "me";

    /// <summary>The kind that <c>me</c> is one of.</summary>
    const string Person = "user";

    public override IEnumerable<(string Kind, string Text)> AskedBy(FilterCondition condition) =>
        condition.Values.Where(value => !MeansMe(value.Text) && !MeansEmpty(value.Text)).Select(value => (kind, value.Text));

    protected override string? Read(string text, FilterContext context, List<Guid> values)
    {
        if (MeansMe(text))
        {
            if (context.Me is not { } me)
                return $"“me” means nobody here, since you are no person of this organization. Name one for “{Info.Name}” by key, such as U-17.";
            values.Add(me);
            return null;
        }

        if (!context.Known.TryGetValue((kind, text), out var id))
            return $"“{Info.Name}” knows no “{text}” that you can see. Name one by key{(Info.Values.Count > 0 ? $", or write {string.Join(" or ", Info.Values)}" : "")}.";
        values.Add(id);
        return null;
    }

    static bool IsPerson(string kind) => string.Equals(kind, Person, StringComparison.Ordinal);

    bool MeansMe(string text) => IsPerson(kind) && text.Equals(Me, StringComparison.OrdinalIgnoreCase);
}
