namespace Helios.Kernel.CustomFields;

/// <summary>A row of a list that shows custom fields.</summary>
public interface ICustomized
{
    /// <summary>The fields, by API name.</summary>
    CustomFieldView CustomFields { get; }
}
