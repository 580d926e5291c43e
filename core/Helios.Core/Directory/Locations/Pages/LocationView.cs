using Helios.Core.Directory.Locations.Queries;
using Helios.Web.Pages;

namespace Helios.Core.Directory.Locations.Pages;

/// <summary>A location's page.</summary>
/// <param name="Location">The location.</param>
/// <param name="Parts">What modules add.</param>
/// <param name="CanWrite">Whether fields can be changed.</param>
public sealed record LocationView(LocationDetails Location, EntityParts Parts, bool CanWrite);
