using Helios.Core.Notifications.Commands;
using Helios.Core.Notifications.Pages;
using Helios.Core.Notifications.Queries;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Notifications;

/// <summary>The inbox: what happened to what concerns somebody.</summary>
public sealed class InboxFeature : Feature
{
    /// <summary>Have an inbox.</summary>
    public const string Use = "inbox:use";

    /// <summary>The inbox's page.</summary>
    public const string Page = "/inbox";

    public override string Name => "inbox";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission(Use, "Have an inbox and choose what reaches it", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Table(InboxTables.Map);
        feature.Row<InboxEntry>("entry", Inbox.VisibleTo);
        feature.Command<MarkInboxEntry>("inbox.mark", Use, "InboxEntryMarked").Internal().Quiet().Rest("PUT /inbox/{entry}/read").NotUndoable("Mark it the other way instead.");
        feature.Command<ArchiveInboxEntry>("inbox.archive", Use, "InboxEntryArchived").Internal().Quiet().Rest("POST /inbox/{entry}/archive").NotUndoable("It comes back when something happens; until then it stands under Archived.");
        feature.Command<ReadInbox>("inbox.read_all", Use, "InboxRead").Internal().Quiet().Rest("POST /inbox/read").NotUndoable("Mark as unread what you want to come back to.");
        feature.Command<ArchiveInbox>("inbox.archive_all", Use, "InboxArchived").Internal().Quiet().Rest("POST /inbox/archive").NotUndoable("All of it stands under Archived.");
        feature.Command<SetNotifications>("inbox.set_notifications", Use, "NotificationsChosen").Internal().Quiet().Rest("PUT /inbox/settings").NotUndoable("Choose anew what reaches you.");
        feature.Query<ListInbox>("inbox.list", Use).Rest("GET /inbox");
        feature.Query<GetInboxEntry>("inbox.get", Use).Rest("GET /inbox/{entry}");
        feature.Query<GetNotifications>("inbox.settings", Use).Rest("GET /inbox/settings");
        feature.Follow<Notifier>(Notifier.Name);
        feature.Every<InboxSweep>("inbox.sweep", TimeSpan.FromDays(1));
        feature.Contribute(new InboxPages());
    }
}
