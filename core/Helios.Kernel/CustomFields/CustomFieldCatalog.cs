using System.Collections.Frozen;

namespace Helios.Kernel.CustomFields;

/// <summary>Every custom field of an organization, by kind.</summary>
/// <param name="kinds">The fields of each kind's class.</param>
public sealed class CustomFieldCatalog(IReadOnlyDictionary<Type, CustomFieldSet> kinds)
{
    /// <summary>An organization without custom fields.</summary>
    public static CustomFieldCatalog Empty { get; } = new(FrozenDictionary<Type, CustomFieldSet>.Empty);

    /// <summary>The fields of a kind, by the class of its entities.</summary>
    public CustomFieldSet Of(Type kind) => kinds.GetValueOrDefault(kind, CustomFieldSet.None);
}
