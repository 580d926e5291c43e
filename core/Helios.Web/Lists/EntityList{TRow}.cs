using Helios.Kernel.CustomFields;
using Helios.Kernel.Labeling;

namespace Helios.Web.Lists;

/// <summary>The page of a kind's list, with its columns.</summary>
/// <param name="kind">The kind of the rows.</param>
/// <param name="path">Its address below the organization.</param>
/// <param name="key">A row's key: the id of its line.</param>
/// <param name="columns">Every column that the table can show, in order.</param>
/// <typeparam name="TRow">What the list's query tells of a row.</typeparam>
public sealed class EntityList<TRow>(string kind, string path, Func<TRow, string> key, IReadOnlyList<ListColumn<TRow>> columns) : EntityList(kind, path)
{
    /// <summary>The list's own order, as <c>?sort=</c> writes it.</summary>
    public required string Sort { get; init; }

    /// <summary>Many columns: those that are less important leave earlier where space is short.</summary>
    public bool Wide { get; init; }

    /// <summary>How it stands as a board; null where it is a table only.</summary>
    public ListLanes<TRow>? Lanes { get; init; }

    public override IReadOnlyList<string> Names => [.. columns.Select(column => column.Name)];

    public override IReadOnlyList<ListField> Fields => [.. columns.Select(column => new ListField(column.Name, column.Label, column.Field, column.ForStaff, column.IsShown, column.IsFixed))];

    /// <summary>The columns that this reader may choose from.</summary>
    public IReadOnlyList<ListColumn<TRow>> For(bool isStaff) => [.. columns.Where(column => column.ForStaff is not { } forStaff || forStaff == isStaff)];

    /// <summary>The columns to show: the chosen ones in the order of the list, with those that always stand there; without a choice those that the list shows by itself.</summary>
    public IReadOnlyList<ListColumn<TRow>> Shown(IReadOnlyList<string> chosen, bool isStaff) =>
        [.. For(isStaff).Where(column => column.IsFixed || (chosen.Count == 0 ? column.IsShown : chosen.Contains(column.Name, StringComparer.Ordinal)))];

    /// <summary>The same list as one organization has it: its words in the heads, its own fields behind the columns.</summary>
    internal EntityList<TRow> As(Labels labels, IReadOnlyList<ListColumn<ICustomized>> fields) =>
        new(Kind, Path, key, [.. columns.Select(column => column with { Label = labels.Fill(column.Label) }), .. typeof(ICustomized).IsAssignableFrom(typeof(TRow)) ? fields.Select(Own) : []]) { Sort = Sort, Wide = Wide, Lanes = Lanes };

    static ListColumn<TRow> Own(ListColumn<ICustomized> field) => new(field.Name, field.Label, (row, at) => field.Cell((ICustomized)row!, at))
    {
        Numeric = field.Numeric,
        NarrowHide = field.NarrowHide,
        IsShown = field.IsShown,
        Class = field.Class,
    };

    internal string KeyOf(TRow row) => key(row);
}
