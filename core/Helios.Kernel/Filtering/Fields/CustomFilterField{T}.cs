using System.Linq.Expressions;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Entities;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Filtering.Fields;

/// <summary>
/// A custom field. Its conditions speak of the rows in <c>custom_field_value</c>, by the same fields as those of columns. Before it is
/// compiled the matches are counted up to <see cref="FilterContext.MostNamed"/>: few are named in the list's statement, many are found by walking the list
/// and asking for each row, since the planner cannot know how many rows hold a value.
/// </summary>
sealed class CustomFilterField<T> : FilterField<T>
    where T : class
{
    const string None = "none";
    const string Any = "any";

    readonly CustomFieldDefinition definition;
    readonly FilterFields<CustomFieldValueRow> values;

    public CustomFilterField(CustomFieldDefinition definition, FilterFields<CustomFieldValueRow> values)
        : base(CustomFilters.InfoOf(definition, values)) => (this.definition, this.values) = (definition, values);

    public override IEnumerable<(string Kind, string Text)> AskedBy(FilterCondition condition) =>
        Positive(condition) is { } positive ? values.First.AskedBy(positive) : [];

    /// <summary>Whether the operator is one of the field's and has as many values as it takes; what is not is told when it is compiled.</summary>
    public bool Understands(FilterCondition condition) =>
        Info.Operators.Contains(FilterText.Symbol(condition.Operator), StringComparer.Ordinal)
        && (condition.Values.Count == 1 || condition.Operator is FilterOperator.Equal or FilterOperator.NotEqual);

    /// <summary>Counts what the condition means; nothing where it cannot be read, which compiling will say.</summary>
    public async Task<CustomFieldMatch?> Probe(FilterCondition condition, FilterContext context, CancellationToken stop)
    {
        if (context.Db is not { } db || Holds(condition, context) is not { Succeeded: true, Value: var holds })
            return null;
        var id = definition.Id;
        var found = await db.Set<CustomFieldValueRow>().Where(row => row.FieldId == id).Where(holds).Select(row => row.EntityId).Take(context.MostNamed + 1).ToArrayAsync(stop);
        return new CustomFieldMatch(holds, found.Length > context.MostNamed ? null : found);
    }

    public override Expression Compile(FilterCondition condition, FilterCompiler<T> compiler)
    {
        var holds = Holds(condition, compiler.Context);
        if (!holds.Succeeded)
            return holds.Problems.Select(compiler.Fail).Last();
        var match = compiler.Context.Matches.GetValueOrDefault(condition) ?? new CustomFieldMatch(holds.Value, null);
        var isIn = match.Few is { } few ? Named(few, compiler) : Walked(match.Holds, compiler);
        var isNegative = condition.Operator is FilterOperator.NotEqual;
        return IsInverted(condition) != isNegative ? Expression.Not(isIn) : isIn;
    }

    /// <summary>The rows of values that the condition means. With “none” among its values it means those that it leaves out.</summary>
    FilterResult<Expression<Func<CustomFieldValueRow, bool>>> Holds(FilterCondition condition, FilterContext context)
    {
        if (Positive(condition) is not { } positive)
        {
            Expression<Func<CustomFieldValueRow, bool>> everything = row => true;
            return everything;
        }

        var read = values.Compile(positive, context with { CustomFields = CustomFieldCatalog.Empty });
        if (!read.Succeeded || !IsInverted(condition))
            return read;
        return Expression.Lambda<Func<CustomFieldValueRow, bool>>(Expression.Not(read.Value.Body), read.Value.Parameters);
    }

    /// <summary>The condition as one on values: without “none” and “any”, and never negative. Null where only those stand.</summary>
    static FilterCondition? Positive(FilterCondition condition)
    {
        if (condition.Operator is not (FilterOperator.Equal or FilterOperator.NotEqual))
            return condition;
        var named = condition.Values.Where(value => !Means(value, None) && !Means(value, Any)).ToList();
        return named.Count == 0 || condition.Values.Any(value => Means(value, Any))
            ? null
            : condition with { Operator = FilterOperator.Equal, Values = named };
    }

    /// <summary>Whether the condition means rows without a value: then what it leaves out is looked for.</summary>
    static bool IsInverted(FilterCondition condition) =>
        condition.Operator is FilterOperator.Equal or FilterOperator.NotEqual && condition.Values.Any(value => Means(value, None)) && !condition.Values.Any(value => Means(value, Any));

    static bool Means(FilterValue value, string word) => value.Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    static Expression Named(Guid[] few, FilterCompiler<T> compiler)
    {
        Expression<Func<T, bool>> isIn = row => few.Contains(EF.Property<Guid>(row, nameof(Entity.Id)));
        return compiler.Adopt(isIn);
    }

    /// <summary>
    /// The values in the row's own column: the list keeps its order and stops when the page is full. A field with several values has them
    /// in rows only; behind a limit they never become a join.
    /// </summary>
    Expression Walked(Expression<Func<CustomFieldValueRow, bool>> holds, FilterCompiler<T> compiler)
    {
        if (definition.Type != CustomFieldType.Choices)
            return CustomFieldColumn.Holds(holds, definition, compiler.Row);
        var db = compiler.Context.Db ?? throw new InvalidOperationException("Custom fields are looked up in the database, and this filter's context has none.");
        var id = definition.Id;
        var rows = db.Set<CustomFieldValueRow>().Where(holds);
        Expression<Func<T, bool>> isIn = row => rows
            .Where(value => value.EntityId == EF.Property<Guid>(row, nameof(Entity.Id)) && value.FieldId == id)
            .Select(value => (Guid?)value.EntityId).FirstOrDefault() != null;
        return compiler.Adopt(isIn);
    }
}
