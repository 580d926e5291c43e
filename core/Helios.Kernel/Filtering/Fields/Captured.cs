using System.Linq.Expressions;
using System.Reflection;

namespace Helios.Kernel.Filtering.Fields;

/// <summary>A value as a C# closure holds it: EF sends it as a parameter, so queries that differ in values share one shape and one plan.</summary>
/// <remarks>A class without equality: two equal values stay two parameters, else the shape would depend on the values.</remarks>
sealed class Captured<TValue>(TValue value)
{
    static readonly PropertyInfo Property = typeof(Captured<TValue>).GetProperty(nameof(Value))!;

    public TValue Value { get; } = value;

    public static MemberExpression Of(TValue value) => Expression.Property(Expression.Constant(new Captured<TValue>(value)), Property);
}
