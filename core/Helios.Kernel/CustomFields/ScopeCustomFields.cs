using Helios.Kernel.Scopes;

namespace Helios.Kernel.CustomFields;

/// <summary>The one way to ask for custom fields: they travel with the scope.</summary>
public static class ScopeCustomFields
{
    /// <summary>The fields of a kind in the organization of the scope.</summary>
    public static CustomFieldSet CustomFields(this Scope scope, Type kind) => scope.Organization?.CustomFields.Of(kind) ?? CustomFieldSet.None;
}
