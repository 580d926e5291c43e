using System.Linq.Expressions;

namespace Helios.Kernel.Filtering.Fields;

/// <summary>A field of time: its values are stretches (a day, a minute), or ages that count from now.</summary>
abstract class TimeField<T, TValue>(string name, string description, FilterFieldKind kind, Column<TValue> column, bool isAhead)
    : FilterField<T>(new FilterFieldInfo(name, kind, description) { Operators = Comparison, Columns = [column.Name], Values = Examples(kind, column.IsNullable, isAhead), Meanings = TimeWords.Meanings(isAhead) })
    where T : class
    where TValue : struct
{
    const string None = "none";

    public override Expression Compile(FilterCondition condition, FilterCompiler<T> compiler)
    {
        var all = condition.Values.Select(value => CompileOne(condition, value, compiler)).Aggregate(Expression.OrElse);
        return condition.Operator is FilterOperator.NotEqual ? Expression.Not(all) : all;
    }

    /// <summary>The point that lies an age away from now, back or ahead.</summary>
    protected abstract TValue? Away(string text, FilterContext context, int sign);

    /// <summary>The stretch that a word or date means, its end not included.</summary>
    protected abstract (TValue From, TValue Until)? Stretch(string text, FilterContext context);

    static IReadOnlyList<string> Examples(FilterFieldKind kind, bool isNullable, bool isAhead)
    {
        // A day has no hours.
        string[] past = kind is FilterFieldKind.Day ? ["today", "yesterday", "7d", "30d"] : ["today", "yesterday", "1h", "7d", "30d"];
        return [.. isAhead ? ["today", "tomorrow", "now", "3d", "2w"] : past, .. isNullable ? [None] : Array.Empty<string>()];
    }

    Expression CompileOne(FilterCondition condition, FilterValue value, FilterCompiler<T> compiler)
    {
        var isEquality = condition.Operator is FilterOperator.Equal or FilterOperator.NotEqual;
        if (column.IsNullable && isEquality && value.Text.Equals(None, StringComparison.OrdinalIgnoreCase))
            return column.IsEmpty();
        if (Stretch(value.Text, compiler.Context) is var (from, until))
            return Within(condition.Operator, from, until);
        if (Away(value.Text, compiler.Context, isAhead ? 1 : -1) is not { } point)
            return compiler.Fail(condition, value, $"“{value.Text}” is no time that “{Info.Name}” understands. {TimeWords.HowTo(Info.Kind)}");
        if (isEquality)
            return compiler.Fail(condition, value, $"Write {Info.Name}<{value.Text} for less than {value.Text} {(isAhead ? "ahead" : "ago")}, {Info.Name}>{value.Text} for more.");
        return column.Compare(isAhead ? condition.Operator : Mirrored(condition.Operator), point);
    }

    Expression Within(FilterOperator comparison, TValue from, TValue until) => comparison switch
    {
        FilterOperator.Less => column.Compare(FilterOperator.Less, from),
        FilterOperator.LessOrEqual => column.Compare(FilterOperator.Less, until),
        FilterOperator.Greater => column.Compare(FilterOperator.GreaterOrEqual, until),
        FilterOperator.GreaterOrEqual => column.Compare(FilterOperator.GreaterOrEqual, from),
        _ => Expression.AndAlso(column.Compare(FilterOperator.GreaterOrEqual, from), column.Compare(FilterOperator.Less, until)),
    };

    /// <summary>A smaller age is a later time.</summary>
    static FilterOperator Mirrored(FilterOperator comparison) => comparison switch
    {
        FilterOperator.Less => FilterOperator.Greater,
        FilterOperator.LessOrEqual => FilterOperator.GreaterOrEqual,
        FilterOperator.Greater => FilterOperator.Less,
        _ => FilterOperator.LessOrEqual,
    };
}
