using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Helios.Kernel.CustomFields;

/// <summary>How the values stand in the column of the kind's own table: one JSON object.</summary>
sealed class CustomFieldConverter() : ValueConverter<CustomFieldValues, string>(values => values.ToJson(), json => CustomFieldValues.Parse(json))
{
    /// <summary>Compares values by what they hold; they never change, so the same object serves as its own snapshot.</summary>
    public sealed class Comparer() : ValueComparer<CustomFieldValues>((one, other) => object.Equals(one, other), values => values.GetHashCode(), values => values);
}
