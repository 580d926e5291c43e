namespace Helios.Core.CustomFields.Queries;

/// <summary>A field's definition with what it takes to change it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Its key, such as CF-3.</param>
/// <param name="Version">Send it back as If-Match when you change it.</param>
/// <param name="Field">The definition.</param>
public sealed record FieldDetails(Guid Id, string Key, long Version, FieldView Field);
