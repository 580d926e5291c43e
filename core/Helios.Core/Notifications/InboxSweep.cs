using Helios.Kernel.Data;
using Helios.Kernel.Jobs;
using Npgsql;

namespace Helios.Core.Notifications;

/// <summary>Forgets old entries of inboxes: what was put away after 30 days, what was read after 90, everything after a year. The events themselves stay.</summary>
public sealed class InboxSweep(NpgsqlDataSource database, TimeProvider time) : IRecurring
{
    public Task Run(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return database.InEachOrganization(
            (batch, organization) => batch.Then(
                """
                delete from inbox_entry where organization_id = $1
                  and ((archived_at is not null and happened_at < $2) or (not is_unread and happened_at < $3) or happened_at < $4)
                """,
                organization, now.AddDays(-30), now.AddDays(-90), now.AddDays(-365)),
            stop);
    }
}
