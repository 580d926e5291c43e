using Helios.Core.Identity.Sessions;
using Helios.Core.Notifications.Commands;
using Helios.Core.Notifications.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Notifications.Pages;

/// <summary>The inbox and what reaches it.</summary>
public sealed class InboxPages : PageSet
{
    /// <summary>What reaches the inbox.</summary>
    public const string Settings = InboxFeature.Page + "/settings";

    const string One = InboxFeature.Page + "/{entry}";

    public override void Map(PageRoutes routes)
    {
        routes.Page(InboxFeature.Page, InboxFeature.Use, Show);
        routes.Page(Settings, InboxFeature.Use, ShowSettings);
        routes.Form<SetNotifications, Nothing>(Settings, (request, _, _) => request.SeeOther(request.Address(Settings), "Saved"), ShowSettings);
        routes.Form<ReadInbox, ReadInbox.Result>(InboxFeature.Page + "/read", (request, _, _) => Back(request, "All read"));
        routes.Form<ArchiveInbox, ArchiveInbox.Result>(InboxFeature.Page + "/archive", (request, _, _) => Back(request, "All archived"));
        routes.Page(One, InboxFeature.Use, Open);
        routes.Form<MarkInboxEntry, Nothing>(One + "/read", (request, command, _) => Back(request, command.Read ? "Marked read" : "Marked unread"));
        routes.Form<ArchiveInboxEntry, Nothing>(One + "/archive", (request, _, _) => Back(request, "Archived"));
    }

    static async Task<IResult> Show(PageRequest request)
    {
        var tab = request.Query("show") is "open" or "mentioned" or "assigned" or "archived" ? request.Query("show")! : "unread";
        var found = await request.Ask(tab switch
        {
            Reason.Mentioned or Reason.Assigned => new ListInbox("open", tab, request.Query("after")),
            _ => new ListInbox(tab, After: request.Query("after")),
        });
        return await request.Show<InboxPage, InboxView>(found.Map(page => new InboxView(
            tab, page.Items, page.Next is { } next ? $"{request.Address(InboxFeature.Page)}?show={tab}&after={Uri.EscapeDataString(next)}" : null,
            SignedIn.Of(request.Http)?.Unread ?? 0, request.Now)));
    }

    /// <summary>Opens what an entry is about. That it is read now is nobody's business but his who opened it, and nothing happens when it is asked for twice.</summary>
    static async Task<IResult> Open(PageRequest request)
    {
        var read = await request.Run(new MarkInboxEntry(new RowRef<InboxEntry>(request.Route("entry")), Read: true));
        if (!read.Succeeded)
            return request.Refuse(read.Problem);
        var found = await request.Ask(new GetInboxEntry(new RowRef<InboxEntry>(request.Route("entry"))));
        return found.Succeeded ? request.SeeOther(found.Value.Href) : request.Refuse(found.Problem);
    }

    static async Task<IResult> ShowSettings(PageRequest request) =>
        await request.Show<NotificationsPage, NotificationsView>((await request.Ask(new GetNotifications())).Map(chosen => new NotificationsView(chosen, request.Scope.Actor.IsStaff)));

    static IResult Back(PageRequest request, string toast) =>
        request.SeeOther(Uri.TryCreate(request.Http.Request.Headers.Referer.ToString(), UriKind.Absolute, out var from) && from.AbsolutePath == request.Address(InboxFeature.Page) ? from.PathAndQuery : request.Address(InboxFeature.Page), toast);
}
