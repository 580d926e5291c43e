using Helios.Core.Alerts.Queries;
using Helios.Web.Pages;

namespace Helios.Core.Alerts.Pages;

/// <summary>One alert.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="CanWrite">Whether the viewer may settle it.</param>
/// <param name="Parts">What features add to its page.</param>
/// <param name="Now">The moment of the page.</param>
public sealed record AlertView(GetAlert.Result Alert, bool CanWrite, EntityParts Parts, DateTimeOffset Now);
