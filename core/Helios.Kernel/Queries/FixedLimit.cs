using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Queries;

/// <summary>Limits that stand in the SQL itself.</summary>
/// <remarks>
/// As a parameter the planner takes a limit for a tenth of the table, so that a prepared statement would rather sort everything
/// than walk an index for 50 rows. EF makes a parameter of every plain number here, and writes a statement with EF.Constant
/// anew each time (0.2 ms of a list); a function of the model that is translated to its own argument is neither.
/// </remarks>
public static class FixedLimit
{
    static readonly MethodInfo TakeSome = new Func<IQueryable<object>, int, IQueryable<object>>(Queryable.Take).Method.GetGenericMethodDefinition();
    static readonly MethodInfo Literal = new Func<int, int>(Fixed).Method;

    /// <summary>At most so many rows. Only for few different numbers: each makes a statement of its own.</summary>
    public static IQueryable<T> AtMost<T>(this IQueryable<T> rows, int most) => rows.Provider.CreateQuery<T>(Expression.Call(
        TakeSome.MakeGenericMethod(typeof(T)), rows.Expression, Expression.Call(Literal, Expression.Constant(most))));

    /// <summary>Maps the function that stands for a number in the SQL.</summary>
    internal static void Configure(ModelBuilder model) => model.HasDbFunction(Literal).HasTranslation(arguments => arguments[0]);

    static int Fixed(int number) => throw new InvalidOperationException($"{number} stands for itself in SQL only.");
}
