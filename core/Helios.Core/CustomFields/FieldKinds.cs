using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;

namespace Helios.Core.CustomFields;

/// <summary>The kinds that can have custom fields: those whose commands take them.</summary>
static class FieldKinds
{
    /// <summary>The kinds, in the order of declaration, of the modules that are on.</summary>
    public static IReadOnlyList<KindDeclaration> WithFields(this Registry registry, Scope scope) =>
        [.. registry.Kinds.Where(kind => registry.Customizable.Contains(kind.Type) && scope.Organization?.ModulesOff.Contains(kind.Module.Id) != true)];

    /// <summary>The names that a kind's own filter fields have, which no custom field may take.</summary>
    public static IReadOnlySet<string> FilterNames(this Registry registry, KindDeclaration kind) => registry.Contributions<ListDeclaration>()
        .Where(list => list.Value.RowType == kind.Type)
        .SelectMany(list => list.Value.Fields.Infos)
        .Select(info => info.Name)
        .ToHashSet(StringComparer.Ordinal);
}
