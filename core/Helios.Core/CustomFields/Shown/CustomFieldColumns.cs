using System.Text.Json;
using Helios.Core.Search;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Entities;
using Helios.Web.Components.Tables;
using Helios.Web.Pages;

namespace Helios.Core.CustomFields.Shown;

/// <summary>The custom fields that a list shows as columns.</summary>
/// <param name="Fields">The fields in order.</param>
/// <param name="People">Whom the rows name.</param>
public sealed record CustomFieldColumns(IReadOnlyList<CustomFieldDefinition> Fields, IReadOnlyDictionary<Guid, EntityView> People)
{
    /// <summary>The heads, to stand behind those of the list's own.</summary>
    public IReadOnlyList<TableColumn> Heads { get; } =
        [.. Fields.Select(field => new TableColumn(field.Name) { NarrowHide = true, Numeric = field.Type is CustomFieldType.Number })];

    /// <summary>The columns of a kind's list: <c>await CustomFieldColumns.Of&lt;Ticket&gt;(request, page.Items)</c>.</summary>
    public static async Task<CustomFieldColumns> Of<T>(PageRequest request, IEnumerable<ICustomized> rows)
        where T : Entity
    {
        List<CustomFieldDefinition> fields = [.. request.Scope.CustomFields(typeof(T)).For(request.Scope.Actor).Where(field => field.IsInList)];
        return new CustomFieldColumns(fields, await FieldNames.Of(request, rows.SelectMany(row => CustomFieldText.PeopleIn(fields, row.CustomFields))));
    }

    /// <summary>The value of a field in a row, or null.</summary>
    internal static JsonElement? ValueOf(CustomFieldDefinition field, ICustomized row) => row.CustomFields.TryGetValue(field.ApiName, out var value) ? value : null;
}
