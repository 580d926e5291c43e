using System.Collections.Frozen;
using Helios.Kernel.Scopes;

namespace Helios.Kernel.CustomFields;

/// <summary>The custom fields of one kind in one organization.</summary>
public sealed class CustomFieldSet
{
    readonly FrozenDictionary<string, CustomFieldDefinition> byName;

    /// <summary>The fields, archived ones too, in the order in which people see them.</summary>
    public CustomFieldSet(IEnumerable<CustomFieldDefinition> fields)
    {
        All = [.. fields];
        byName = All.ToFrozenDictionary(field => field.ApiName, StringComparer.Ordinal);
    }

    /// <summary>No fields.</summary>
    public static CustomFieldSet None { get; } = new([]);

    /// <summary>Every field, archived ones too.</summary>
    public IReadOnlyList<CustomFieldDefinition> All { get; }

    /// <summary>The field of this API name, archived or not; null where there is none.</summary>
    public CustomFieldDefinition? Find(string apiName) => byName.GetValueOrDefault(apiName);

    /// <summary>The fields that this actor reads and writes.</summary>
    public IEnumerable<CustomFieldDefinition> For(Actor actor) => All.Where(field => !field.IsArchived && field.IsFor(actor));
}
