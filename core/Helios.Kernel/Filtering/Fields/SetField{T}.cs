using System.Linq.Expressions;

namespace Helios.Kernel.Filtering.Fields;

/// <summary>A condition that a feature answers itself.</summary>
sealed class SetField<T>(string name, string description, Func<string, FilterContext, Expression<Func<T, bool>>> holds, IReadOnlyList<string> values)
    : FilterField<T>(new FilterFieldInfo(name, FilterFieldKind.Set, description) { Operators = Equality, Values = values })
    where T : class
{
    public override Expression Compile(FilterCondition condition, FilterCompiler<T> compiler)
    {
        var any = condition.Values.Select(value => compiler.Adopt(holds(value.Text, compiler.Context))).Aggregate(Expression.OrElse);
        return condition.Operator is FilterOperator.NotEqual ? Expression.Not(any) : any;
    }
}
