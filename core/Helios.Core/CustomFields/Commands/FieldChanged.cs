namespace Helios.Core.CustomFields.Commands;

/// <summary>A field after a change.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Its key, such as F-3.</param>
/// <param name="Version">Its version.</param>
/// <param name="Kind">The kind that has it.</param>
/// <param name="ApiName">Its immutable name.</param>
/// <param name="Name">What people read.</param>
public sealed record FieldChanged(Guid Id, string Key, long Version, string Kind, string ApiName, string Name)
{
    internal static FieldChanged Of(CustomField field) => new(field.Id, field.Key, field.Version, field.Kind, field.ApiName, field.Name);
}
