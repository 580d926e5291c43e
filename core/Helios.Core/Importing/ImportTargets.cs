using System.Runtime.CompilerServices;
using Helios.Core.Importing.Generic;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Importing;

/// <summary>The kinds that can be imported.</summary>
static class ImportTargets
{
    /// <summary>Found once for each registry, of which a process has one.</summary>
    static readonly ConditionalWeakTable<Registry, List<(string Module, ImportTarget Target)>> Known = [];

    /// <summary>The target of a kind, if its module is switched on.</summary>
    public static ImportTarget? ImportTarget(this Registry registry, string kind, Scope scope) =>
        registry.Importable(scope).FirstOrDefault(target => string.Equals(target.Kind, kind, StringComparison.Ordinal));

    /// <summary>The fields that columns can fill, those of the organization's own among them.</summary>
    public static IReadOnlyList<ImportColumn> ColumnsOf(this Registry registry, ImportTarget target, Scope scope) =>
        [.. target.Columns.Select(column => column with { Label = registry.LabelsOf(scope).Fill(column.Label) }), .. registry.Kind(target.Kind) is { } kind ? scope.CustomFields(kind.Type).For(scope.Actor).Select(field => new ImportColumn(field.Path, field.Name, field.ApiName)) : []];

    /// <summary>What can be imported here.</summary>
    public static IEnumerable<ImportTarget> Importable(this Registry registry, Scope scope) => Known.GetValue(registry, All)
        .Where(target => scope.Organization?.ModulesOff.Contains(target.Module) != true)
        .Select(target => target.Target);

    /// <summary>Those with rules of their own, and every other kind that can be made by a command.</summary>
    static List<(string Module, ImportTarget Target)> All(Registry registry)
    {
        List<(string Module, ImportTarget Target)> written = [.. registry.Contributions<ImportTarget>().Select(target => (target.Module.Id, target.Value))];
        return [.. written, .. KindShape.All(registry).Where(shape => written.TrueForAll(target => target.Target.Kind != shape.Kind.Name)).Select(shape => (shape.Kind.Module.Id, (ImportTarget)new GenericImport(registry, shape)))];
    }
}
