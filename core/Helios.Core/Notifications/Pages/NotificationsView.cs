using Helios.Core.Notifications.Queries;

namespace Helios.Core.Notifications.Pages;

/// <summary>What reaches somebody.</summary>
/// <param name="Chosen">The choice.</param>
/// <param name="IsStaff">Whether he watches records and is given work.</param>
public sealed record NotificationsView(GetNotifications.Result Chosen, bool IsStaff);
