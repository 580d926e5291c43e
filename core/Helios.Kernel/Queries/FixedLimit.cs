using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Queries;

/// <summary>Limits that stand in the SQL itself.</summary>
/// <remarks>
/// As a parameter the planner takes a limit for a tenth of the table, so that a prepared statement would rather sort everything
/// than walk an index for 50 rows.
/// </remarks>
public static class FixedLimit
{
    static readonly MethodInfo TakeSome = new Func<IQueryable<object>, int, IQueryable<object>>(Queryable.Take).Method.GetGenericMethodDefinition();
    static readonly MethodInfo Constant = new Func<int, int>(EF.Constant).Method;

    /// <summary>At most so many rows. Only for few different numbers: each makes a statement of its own.</summary>
    public static IQueryable<T> AtMost<T>(this IQueryable<T> rows, int most) => rows.Provider.CreateQuery<T>(Expression.Call(
        TakeSome.MakeGenericMethod(typeof(T)), rows.Expression, Expression.Call(Constant, Expression.Constant(most))));
}
