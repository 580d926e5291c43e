using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Helios.Kernel.Filtering.Fields;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Filtering;

/// <summary>A sort key over a column of one type.</summary>
sealed class SortKey<T, TKey> : SortKey<T>
    where T : class
    where TKey : notnull, IComparable<TKey>
{
    static readonly MethodInfo Pair = new Func<TKey, Guid, (TKey, Guid)>(ValueTuple.Create).Method;
    static readonly MethodInfo Less = Compared(nameof(NpgsqlDbFunctionsExtensions.LessThan));
    static readonly MethodInfo Greater = Compared(nameof(NpgsqlDbFunctionsExtensions.GreaterThan));

    readonly Expression<Func<T, TKey>> column;
    readonly Expression<Func<T, Guid>> id;
    readonly PropertyInfo columnProperty;
    readonly PropertyInfo idProperty;
    readonly ParameterExpression row = Expression.Parameter(typeof(T), "row");
    readonly Expression place;

    public SortKey(string name, Expression<Func<T, TKey>> column, Expression<Func<T, Guid>> id, bool descending)
        : base(new SortKeyInfo(name, PropertyOf(column).Name, descending))
    {
        if (!CursorText.Knows(typeof(TKey)))
            throw new InvalidOperationException($"The sort key “{name}” has the type {typeof(TKey).Name}, which no cursor can hold.");
        this.column = column;
        this.id = id;
        columnProperty = PropertyOf(column);
        idProperty = PropertyOf(id);
        if (new NullabilityInfoContext().Create(columnProperty).ReadState is NullabilityState.Nullable)
            throw new InvalidOperationException($"The sort key “{name}” may be null, and rows without a value would be lost between pages. Sort by a column that is never null.");
        place = Expression.Call(Pair, Expression.Property(row, columnProperty), Expression.Property(row, idProperty));
    }

    public override IOrderedQueryable<T> Order(IQueryable<T> rows, bool descending) =>
        descending ? rows.OrderByDescending(column).ThenByDescending(id) : rows.OrderBy(column).ThenBy(id);

    /// <summary>A comparison of rows, <c>(column, id) &lt; (@value, @id)</c>: one range of the index.</summary>
    public override Expression<Func<T, bool>>? Behind(string value, Guid id, bool descending)
    {
        if (!CursorText.TryRead<TKey>(value, out var key))
            return null;
        var from = Expression.Call(Pair, Captured<TKey>.Of(key), Captured<Guid>.Of(id));
        var behind = Expression.Call(
            descending ? Less : Greater,
            Expression.Constant(EF.Functions),
            Expression.Convert(place, typeof(ITuple)),
            Expression.Convert(from, typeof(ITuple)));
        return Expression.Lambda<Func<T, bool>>(behind, row);
    }

    public override Expression<Func<T, Placed<TView>>> Place<TView>(Expression<Func<T, TView>> view)
    {
        var of = view.Parameters[0];
        var made = Expression.New(
            typeof(Placed<TView>).GetConstructor([typeof(TView), typeof(object), typeof(Guid)])!,
            view.Body,
            Expression.Convert(Expression.Property(of, columnProperty), typeof(object)),
            Expression.Property(of, idProperty));
        return Expression.Lambda<Func<T, Placed<TView>>>(made, of);
    }

    public override (object Value, Guid Id) PlaceOf(T row) => (columnProperty.GetValue(row)!, (Guid)idProperty.GetValue(row)!);

    static PropertyInfo PropertyOf(LambdaExpression selector) =>
        selector.Body is MemberExpression { Member: PropertyInfo property, Expression: ParameterExpression }
            ? property
            : throw new InvalidOperationException($"A sort key needs a column: a property of {typeof(T).Name}, not “{selector}”.");

    static MethodInfo Compared(string name) =>
        typeof(NpgsqlDbFunctionsExtensions).GetMethod(name, [typeof(DbFunctions), typeof(ITuple), typeof(ITuple)])!;
}
