using System.Globalization;
using System.Numerics;

namespace Helios.Kernel.Filtering.Fields;

/// <summary>A whole number.</summary>
sealed class NumberField<T, TNumber>(string name, string description, Column<TNumber> column)
    : ColumnField<T, TNumber>(new FilterFieldInfo(name, FilterFieldKind.Number, description) { Operators = Comparison, Values = column.IsNullable ? [None] : [] }, column)
    where T : class
    where TNumber : struct, IBinaryInteger<TNumber>, IMinMaxValue<TNumber>
{
    protected override string? Read(string text, FilterContext context, List<TNumber> values)
    {
        if (!TNumber.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return string.Create(CultureInfo.InvariantCulture, $"“{Info.Name}” is a whole number between {TNumber.MinValue} and {TNumber.MaxValue}; “{text}” is none. Write digits only.");
        values.Add(number);
        return null;
    }
}
