using System.Linq.Expressions;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Filtering.Fields;

namespace Helios.Kernel.Filtering;

/// <summary>
/// The filter fields of a list, declared once: <c>new FilterFields&lt;Ticket&gt;().Choice("status", ticket => ticket.Status, …)</c>.
/// </summary>
/// <remarks>
/// A column must be a property of the row's own table with a leakproof type (text, smallint, integer, bigint, uuid, boolean, date, timestamptz):
/// row-level security hides indices from any other. Declare before first use; afterwards it is read by many at once.
/// </remarks>
/// <typeparam name="T">The rows of the list.</typeparam>
public sealed class FilterFields<T> : FilterFields
    where T : class
{
    readonly Dictionary<string, FilterField<T>> fields = new(StringComparer.Ordinal);
    readonly List<FilterField<T>> order = [];
    readonly ParameterExpression row = Expression.Parameter(typeof(T), "row");

    public override Type RowType => typeof(T);

    public override IReadOnlyList<FilterFieldInfo> Infos => [.. order.Select(declared => declared.Info)];

    public override bool HasWords => WordSearch is not null;

    internal Func<IReadOnlyList<string>, FilterContext, Expression<Func<T, bool>>>? WordSearch { get; private set; }

    /// <summary>A text column with a closed list of values.</summary>
    /// <param name="name">What people write.</param>
    /// <param name="column">The column.</param>
    /// <param name="values">The values as they are stored.</param>
    /// <param name="groups">Words for several values at once, such as <c>open</c> for new, assigned and waiting.</param>
    /// <param name="description">One sentence for completion and API documentation.</param>
    public FilterFields<T> Choice(
        string name, Expression<Func<T, string?>> column, IReadOnlyList<string> values, IReadOnlyDictionary<string, string[]>? groups = null, string description = "") =>
        Add(new ChoiceField<T>(name, description, Column<string>.Of(column, row, isClosed: true), values, groups ?? new Dictionary<string, string[]>(StringComparer.Ordinal)));

    /// <summary>A number column whose values have names and an order, lowest first; the first is stored as <paramref name="first"/>.</summary>
    public FilterFields<T> Ranked(string name, Expression<Func<T, short>> column, IReadOnlyList<string> values, short first = 0, string description = "") =>
        Add(new RankedField<T>(name, description, Column<short>.Of(column, row), values, first));

    /// <inheritdoc cref="Ranked(string, Expression{Func{T, short}}, IReadOnlyList{string}, short, string)"/>
    public FilterFields<T> Ranked(string name, Expression<Func<T, short?>> column, IReadOnlyList<string> values, short first = 0, string description = "") =>
        Add(new RankedField<T>(name, description, Column<short>.Of(column, row), values, first));

    /// <summary>A text column that is compared as a whole, capitals and all.</summary>
    /// <param name="name">What people write.</param>
    /// <param name="column">The column; for a comparison blind to capitals one that stores its text so.</param>
    /// <param name="normalize">Brings what people write into the stored form, such as lower case.</param>
    /// <param name="description">One sentence for completion and API documentation.</param>
    public FilterFields<T> Text(string name, Expression<Func<T, string?>> column, Func<string, string>? normalize = null, string description = "") =>
        Add(new TextField<T>(name, description, FilterFieldKind.Text, Column<string>.Of(column, row), normalize ?? (text => text)));

    /// <summary>The column of the entity's key; capitals do not matter.</summary>
    public FilterFields<T> Key(string name, Expression<Func<T, string>> column, string description = "") =>
        Add(new TextField<T>(name, description, FilterFieldKind.Key, Column<string>.Of(column, row), text => text.ToUpperInvariant()));

    /// <summary>A column that names another entity and may be empty: <c>me</c> (people only), <c>none</c>, a key or an id.</summary>
    /// <param name="name">What people write.</param>
    /// <param name="column">The column.</param>
    /// <param name="kind">The kind of the other entity, such as <c>user</c>.</param>
    /// <param name="description">One sentence for completion and API documentation.</param>
    public FilterFields<T> Reference(string name, Expression<Func<T, Guid?>> column, string kind, string description = "") =>
        Add(new ReferenceField<T>(name, description, Column<Guid>.Of(column, row), kind));

    /// <summary>A column that always names another entity: <c>me</c> (people only), a key or an id.</summary>
    public FilterFields<T> Reference(string name, Expression<Func<T, Guid>> column, string kind, string description = "") =>
        Add(new ReferenceField<T>(name, description, Column<Guid>.Of(column, row), kind));

    /// <summary>A point in time: <c>updated&lt;7d</c>, <c>updated>=2026-01-01</c>, <c>updated:today</c>.</summary>
    /// <param name="name">What people write.</param>
    /// <param name="column">The column.</param>
    /// <param name="isAhead">For times to come (a deadline) <c>due&lt;3d</c> means in less than 3 days; else an age, less than 3 days ago.</param>
    /// <param name="description">One sentence for completion and API documentation.</param>
    public FilterFields<T> Moment(string name, Expression<Func<T, DateTimeOffset>> column, bool isAhead = false, string description = "") =>
        Add(new MomentField<T>(name, description, Column<DateTimeOffset>.Of(column, row), isAhead));

    /// <inheritdoc cref="Moment(string, Expression{Func{T, DateTimeOffset}}, bool, string)"/>
    public FilterFields<T> Moment(string name, Expression<Func<T, DateTimeOffset?>> column, bool isAhead = false, string description = "") =>
        Add(new MomentField<T>(name, description, Column<DateTimeOffset>.Of(column, row), isAhead));

    /// <summary>A day of the calendar; as <see cref="Moment(string, Expression{Func{T, DateTimeOffset}}, bool, string)"/>, without hours.</summary>
    public FilterFields<T> Day(string name, Expression<Func<T, DateOnly>> column, bool isAhead = false, string description = "") =>
        Add(new DayField<T>(name, description, Column<DateOnly>.Of(column, row), isAhead));

    /// <inheritdoc cref="Day(string, Expression{Func{T, DateOnly}}, bool, string)"/>
    public FilterFields<T> Day(string name, Expression<Func<T, DateOnly?>> column, bool isAhead = false, string description = "") =>
        Add(new DayField<T>(name, description, Column<DateOnly>.Of(column, row), isAhead));

    /// <summary>A whole number: short, int or long, and the same where it may be empty.</summary>
    public FilterFields<T> Number<TNumber>(string name, Expression<Func<T, TNumber>> column, string description = "") =>
        Add(NumberField.Of(name, description, column, row));

    /// <summary>Yes or no.</summary>
    public FilterFields<T> Flag(string name, Expression<Func<T, bool>> column, string description = "") =>
        Add(new FlagField<T>(name, description, Column<bool>.Of(column, row, isClosed: true)));

    /// <summary>A condition that the feature answers itself, such as a tag in another table.</summary>
    /// <param name="name">What people write.</param>
    /// <param name="holds">The condition for one value. It captures the value in a variable, never as a constant, so that one plan serves all.</param>
    /// <param name="values">Values worth offering.</param>
    /// <param name="description">One sentence for completion and API documentation.</param>
    public FilterFields<T> Set(string name, Func<string, FilterContext, Expression<Func<T, bool>>> holds, IReadOnlyList<string>? values = null, string description = "") =>
        Add(new SetField<T>(name, description, holds, values ?? []));

    /// <summary>What free words mean: a row matches when its text holds all of them. Words of one group come together; a phrase is one word.</summary>
    public FilterFields<T> Words(Func<IReadOnlyList<string>, FilterContext, Expression<Func<T, bool>>> holds)
    {
        WordSearch = holds;
        return this;
    }

    /// <summary>The field just declared exists for staff only: to others it is an unknown name, so it cannot tell them what a row hides.</summary>
    public FilterFields<T> ForStaff()
    {
        order[^1].HideFromOthers();
        return this;
    }

    /// <summary>The values of the field just declared are an open list, which a feature contributes under this name, such as <c>tags</c>.</summary>
    public FilterFields<T> From(string source)
    {
        order[^1].TakeValuesFrom(source);
        return this;
    }

    /// <summary>Reads a filter text for this list: the tree, references resolved, and the predicate for the rows.</summary>
    public async Task<FilterResult<ListFilter<T>>> Read(string? text, FilterContext context, IFilterReferences references, CancellationToken stop = default)
    {
        var tree = FilterParser.Parse(text);
        if (!tree.Succeeded)
            return tree.Problems.ToList();
        var resolved = await Resolve(tree.Value, context, references, stop);
        var rows = Compile(tree.Value, resolved);
        return rows.Succeeded ? new ListFilter<T>(tree.Value, rows.Value) : rows.Problems.ToList();
    }

    /// <summary>The context with every reference of the tree looked up; what is not found becomes a problem in <see cref="Compile"/>.</summary>
    public async Task<FilterContext> Resolve(FilterNode tree, FilterContext context, IFilterReferences references, CancellationToken stop = default)
    {
        Dictionary<(string Kind, string Text), Guid>? known = null;
        foreach (var asked in ReferencesIn(tree, context).Distinct())
        {
            if (await references.Resolve(asked.Kind, asked.Text, stop) is { } id)
                (known ??= [])[asked] = id;
        }

        return await Probe(tree, known is null ? context : context with { Known = known }, stop);
    }

    /// <summary>The predicate for the rows, every value a parameter, so that one query shape and one plan serve all values (those of closed choices and of flags apart); or every unknown field and bad value at once.</summary>
    public FilterResult<Expression<Func<T, bool>>> Compile(FilterNode tree, FilterContext context) => new FilterCompiler<T>(this, context, row).Compile(tree);

    internal FilterField<T>? Find(string name, FilterContext context) => fields.TryGetValue(name, out var field)
        ? !field.Info.StaffOnly || context.Actor.IsStaff ? field : null
        : Custom(name, context);

    /// <summary>The field that was declared first.</summary>
    internal FilterField<T> First => order[0];

    /// <summary>A number with a fraction in a column of millionths.</summary>
    internal FilterFields<T> Millionths(string name, Expression<Func<T, long?>> column) =>
        Add(new DecimalField<T>(name, "", Column<long>.Of(column, row)));

    /// <summary>A field of the organization's own, where its kind has no field of that name.</summary>
    static CustomFilterField<T>? Custom(string name, FilterContext context) =>
        context.CustomFields.Of(typeof(T)).Find(name) is { IsArchived: false } field && field.IsFor(context.Actor) && CustomFilters.Of(field) is { } values
            ? new CustomFilterField<T>(field, values)
            : null;

    /// <summary>Every custom field that a condition names is looked up, one short statement for each.</summary>
    async Task<FilterContext> Probe(FilterNode tree, FilterContext context, CancellationToken stop)
    {
        Dictionary<FilterCondition, CustomFieldMatch>? matches = null;
        foreach (var condition in ConditionsIn(tree).Distinct())
            if (Find(condition.Field, context) is CustomFilterField<T> field && field.Understands(condition) && await field.Probe(condition, context, stop) is { } match)
                (matches ??= [])[condition] = match;
        return matches is null ? context : context with { Matches = matches };
    }

    static IEnumerable<FilterCondition> ConditionsIn(FilterNode tree) => tree switch
    {
        FilterAnd and => and.Terms.SelectMany(ConditionsIn),
        FilterOr or => or.Terms.SelectMany(ConditionsIn),
        FilterNot not => ConditionsIn(not.Term),
        FilterCondition condition => [condition],
        _ => [],
    };

    IEnumerable<(string Kind, string Text)> ReferencesIn(FilterNode tree, FilterContext context) => tree switch
    {
        FilterAnd and => and.Terms.SelectMany(term => ReferencesIn(term, context)),
        FilterOr or => or.Terms.SelectMany(term => ReferencesIn(term, context)),
        FilterNot not => ReferencesIn(not.Term, context),
        FilterCondition condition when Find(condition.Field, context) is { } field => field.AskedBy(condition),
        _ => [],
    };

    FilterFields<T> Add(FilterField<T> field)
    {
        if (!FilterField<T>.IsName(field.Info.Name))
            throw new InvalidOperationException($"The filter field “{field.Info.Name}” needs a name of lower case letters, digits and “_”, beginning with a letter.");
        if (!fields.TryAdd(field.Info.Name, field))
            throw new InvalidOperationException($"The filter field “{field.Info.Name}” is declared twice.");
        order.Add(field);
        return this;
    }
}
