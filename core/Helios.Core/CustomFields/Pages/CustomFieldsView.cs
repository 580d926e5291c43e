using System.Text.Json;
using Helios.Core.Search;
using Helios.Kernel.CustomFields;

namespace Helios.Core.CustomFields.Pages;

/// <summary>The custom fields on a record's page.</summary>
/// <param name="Facts">The fields that have a value.</param>
/// <param name="People">Whom they name.</param>
public sealed record CustomFieldsView(IReadOnlyList<(CustomFieldDefinition Field, JsonElement Value)> Facts, IReadOnlyDictionary<Guid, EntityView> People);
