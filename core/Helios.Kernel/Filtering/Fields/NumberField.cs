using System.Linq.Expressions;

namespace Helios.Kernel.Filtering.Fields;

/// <summary>Chooses the number field for a column's type.</summary>
static class NumberField
{
    public static FilterField<T> Of<T, TNumber>(string name, string description, Expression<Func<T, TNumber>> column, ParameterExpression row)
        where T : class
    {
        var type = Nullable.GetUnderlyingType(typeof(TNumber)) ?? typeof(TNumber);
        if (type == typeof(int))
            return new NumberField<T, int>(name, description, Column<int>.Of(column, row));
        if (type == typeof(long))
            return new NumberField<T, long>(name, description, Column<long>.Of(column, row));
        if (type == typeof(short))
            return new NumberField<T, short>(name, description, Column<short>.Of(column, row));
        throw new InvalidOperationException($"The filter field “{name}” must be a short, int or long column, not {type.Name}: row-level security hides indices from other numbers.");
    }
}
