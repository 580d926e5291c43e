using System.Linq.Expressions;
using System.Reflection;

namespace Helios.Kernel.Filtering.Fields;

/// <summary>A column of the row's own table, and how it is compared with parameters.</summary>
/// <typeparam name="TValue">The type of its values when it has one.</typeparam>
sealed class Column<TValue>
    where TValue : notnull
{
    static readonly MethodInfo Among = typeof(Enumerable).GetMethods()
        .Single(method => string.Equals(method.Name, nameof(Enumerable.Contains), StringComparison.Ordinal) && method.GetParameters().Length == 2).MakeGenericMethod(typeof(TValue));

    readonly Expression content;
    readonly Expression value;
    readonly Expression? hasValue;

    readonly bool isClosed;

    Column(Expression content, PropertyInfo property, bool isClosed)
    {
        this.content = content;
        this.isClosed = isClosed;
        Name = property.Name;
        IsNullable = Nullable.GetUnderlyingType(content.Type) is not null
            || (!content.Type.IsValueType && new NullabilityInfoContext().Create(property).ReadState != NullabilityState.NotNull);
        var isStruct = Nullable.GetUnderlyingType(content.Type) is not null;
        value = isStruct ? Expression.Property(content, nameof(Nullable<>.Value)) : content;
        hasValue = isStruct ? Expression.Property(content, nameof(Nullable<>.HasValue)) : null;
    }

    /// <summary>The property's name.</summary>
    public string Name { get; }

    public bool IsNullable { get; }

    /// <summary>The column that a lambda names; nothing but a property of the row is one.</summary>
    /// <param name="selector">The property.</param>
    /// <param name="row">The row that the conditions speak of.</param>
    /// <param name="isClosed">Whether the values come from a short list of the declaration: they stand in the SQL then, since a partial index is found by constants only.</param>
    public static Column<TValue> Of(LambdaExpression selector, ParameterExpression row, bool isClosed = false)
    {
        var body = selector.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : selector.Body;
        if (body is not MemberExpression { Member: PropertyInfo property, Expression: ParameterExpression })
            throw new InvalidOperationException($"A filter field needs a column: a property of {row.Type.Name}, not “{selector}”.");
        return new Column<TValue>(Expression.Property(row, property), property, isClosed);
    }

    /// <summary>Rows without a value never match, and their negation always does, in C# as in SQL.</summary>
    public Expression Compare(FilterOperator comparison, TValue with)
    {
        var parameter = Value(with);
        return comparison switch
        {
            FilterOperator.Equal => Expression.Equal(content, Lifted(parameter)),
            FilterOperator.NotEqual => Expression.NotEqual(content, Lifted(parameter)),
            FilterOperator.Less => Guarded(Expression.LessThan(value, parameter)),
            FilterOperator.LessOrEqual => Guarded(Expression.LessThanOrEqual(value, parameter)),
            FilterOperator.Greater => Guarded(Expression.GreaterThan(value, parameter)),
            _ => Guarded(Expression.GreaterThanOrEqual(value, parameter)),
        };
    }

    /// <summary>One of these values. In general an array parameter, so that the number of values does not change the query.</summary>
    public Expression In(TValue[] values) =>
        values.Length == 1 ? Compare(FilterOperator.Equal, values[0]) : Guarded(Expression.Call(Among, isClosed ? Expression.Constant(values) : Captured<TValue[]>.Of(values), value));

    public Expression IsEmpty() => Expression.Equal(content, Expression.Constant(null, content.Type));

    Expression Value(TValue with) => isClosed ? Expression.Constant(with) : Captured<TValue>.Of(with);

    Expression Lifted(Expression parameter) => parameter.Type == content.Type ? parameter : Expression.Convert(parameter, content.Type);

    Expression Guarded(Expression comparison) => hasValue is null ? comparison : Expression.AndAlso(hasValue, comparison);
}
