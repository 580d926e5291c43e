using System.Globalization;
using Helios.Kernel.CustomFields;

namespace Helios.Kernel.Filtering.Fields;

/// <summary>A number with a fraction, stored in millionths.</summary>
sealed class DecimalField<T>(string name, string description, Column<long> column)
    : ColumnField<T, long>(new FilterFieldInfo(name, FilterFieldKind.Number, description) { Operators = Comparison }, column)
    where T : class
{
    protected override string? Read(string text, FilterContext context, List<long> values)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || !CustomFieldReader.Fits(number))
            return $"“{Info.Name}” is a number such as 12.5; “{text}” is none that it can hold.";
        values.Add(CustomFieldReader.Millionths(number));
        return null;
    }
}
