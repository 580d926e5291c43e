using System.Text.Json;
using Helios.Core.Search;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Entities;
using Helios.Web.Pages;

namespace Helios.Core.CustomFields.Shown;

/// <summary>The custom fields of a form: which there are for this actor, and what stands in them. Shown by <c>CustomFieldInputs</c>.</summary>
/// <param name="Fields">The fields in order.</param>
/// <param name="Values">What stands in them; the defaults of a new record.</param>
/// <param name="People">Whom they name.</param>
public sealed record CustomFieldForm(
    IReadOnlyList<CustomFieldDefinition> Fields, IReadOnlyDictionary<string, JsonElement> Values, IReadOnlyDictionary<Guid, EntityView> People)
{
    /// <summary>The form of a kind, for <c>await CustomFieldForm.Of&lt;Ticket&gt;(request, ticket?.CustomFields)</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="current">The values of the record; null for a new one, which begins with the defaults.</param>
    public static async Task<CustomFieldForm> Of<T>(PageRequest request, CustomFieldView? current)
        where T : Entity
    {
        List<CustomFieldDefinition> fields = [.. request.Scope.CustomFields(typeof(T)).For(request.Scope.Actor)];
        IReadOnlyDictionary<string, JsonElement> values = current is not null ? current
            : fields.Where(field => field.Default is not null).ToDictionary(field => field.ApiName, field => field.Default!.Value, StringComparer.Ordinal);
        return new CustomFieldForm(fields, values, await FieldNames.Of(request, CustomFieldText.PeopleIn(fields, values)));
    }

    /// <summary>The value of a field, or null.</summary>
    public JsonElement? ValueOf(CustomFieldDefinition field) => Values.TryGetValue(field.ApiName, out var value) ? value : null;
}
