using Helios.Core.Notifications.Queries;

namespace Helios.Core.Notifications.Pages;

/// <summary>The inbox.</summary>
/// <param name="Tab">unread, open, mentioned, assigned or archived.</param>
/// <param name="Items">The entries.</param>
/// <param name="Next">The address of the next page, or null.</param>
/// <param name="Unread">How many entries are unread in all.</param>
/// <param name="Now">The moment of the page, in UTC.</param>
public sealed record InboxView(string Tab, IReadOnlyList<InboxItem> Items, string? Next, int Unread, DateTimeOffset Now);
