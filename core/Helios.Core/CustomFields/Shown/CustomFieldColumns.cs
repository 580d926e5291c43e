using System.Text.Json;
using Helios.Core.Search;
using Helios.Kernel.CustomFields;
using Helios.Web.Lists;
using Helios.Web.Pages;

namespace Helios.Core.CustomFields.Shown;

/// <summary>The custom fields of a kind as columns of its list: all can be chosen, those that say so are shown from the start.</summary>
sealed class CustomFieldColumns
{
    readonly PageRequest request;
    readonly IReadOnlyList<CustomFieldDefinition> fields;
    IReadOnlyDictionary<Guid, EntityView> people = new Dictionary<Guid, EntityView>();

    CustomFieldColumns(PageRequest request, IReadOnlyList<CustomFieldDefinition> fields)
    {
        this.request = request;
        this.fields = fields;
        Columns = [.. fields.Select(Column)];
        Prepare = fields.Any(field => field.Type == CustomFieldType.Person) ? Name : null;
    }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<ListColumn<ICustomized>> Columns { get; }

    /// <summary>Asks whom the rows name, where a field names somebody.</summary>
    public Func<IEnumerable<ICustomized>, Task>? Prepare { get; }

    /// <summary>The columns for whoever asks for the list of a kind.</summary>
    public static CustomFieldColumns Of(PageRequest request, string kind)
    {
        var declared = request.Registry.Kind(kind);
        return new CustomFieldColumns(request, declared is null ? [] : [.. request.Scope.CustomFields(declared.Type).For(request.Scope.Actor)]);
    }

    async Task Name(IEnumerable<ICustomized> rows) =>
        people = await FieldNames.Of(request, rows.SelectMany(row => CustomFieldText.PeopleIn(fields, row.CustomFields)));

    ListColumn<ICustomized> Column(CustomFieldDefinition field)
    {
        var isNumber = field.Type is CustomFieldType.Number;
        return new(field.Path, field.Name, (row, _) => CustomFieldMarks.Value(field, ValueOf(field, row), people, isLink: false))
        {
            IsShown = field.IsInList,
            NarrowHide = true,
            Numeric = isNumber,
            Class = isNumber ? "num" : "muted brief",
        };
    }

    static JsonElement? ValueOf(CustomFieldDefinition field, ICustomized row) => row.CustomFields.TryGetValue(field.ApiName, out var value) ? value : null;
}
