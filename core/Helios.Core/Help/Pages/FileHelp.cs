using Helios.Core.Exporting;
using Helios.Core.Importing;
using Helios.Kernel.Modules;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Web.Lists;

namespace Helios.Core.Help.Pages;

/// <summary>What files come and go, from the declarations of kinds and lists.</summary>
static class FileHelp
{
    /// <summary>Every kind that can be imported.</summary>
    public static IReadOnlyList<ImportHelp> Imports(Registry registry, Scope scope)
    {
        var labels = registry.LabelsOf(scope);
        return [.. registry.Importable(scope).Select(target => new ImportHelp(
            target.Kind, labels.Fill(target.Label), labels.Fill(target.Rules), [.. registry.ColumnsOf(target, scope).Select(column => (column.Label, Others(column)))]))];
    }

    /// <summary>Every list, with its columns.</summary>
    public static IReadOnlyList<ExportHelp> Exports(Registry registry, Scope scope) => [.. registry.Contributions<ListDeclaration>().Select(list =>
    {
        var kind = registry.Kind(list.Value.RowType);
        var page = registry.Contributions<EntityList>().FirstOrDefault(known => known.Value.Kind == kind.Name)?.Value;
        var row = registry.Query(list.Value.Query).ResultType.GetGenericArguments()[0];
        return new ExportHelp(kind, [.. ExportColumns.All(row, page, isStaff: true).Select(column => registry.LabelsOf(scope).Fill(column.Header))]);
    })];

    static IReadOnlyList<string> Others(ImportColumn column) =>
        [.. column.Headers.Where(header => !string.Equals(header, column.Label, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)];
}
