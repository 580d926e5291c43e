using Helios.Core.CustomFields.Shown;
using Helios.Core.Directory.Locations.Queries;

namespace Helios.Core.Directory.Locations.Pages;

/// <summary>The form of a location.</summary>
/// <param name="Location">The location as it stands; null for a new one.</param>
/// <param name="Fields">The custom fields.</param>
public sealed record LocationFormView(LocationDetails? Location, CustomFieldForm Fields);
