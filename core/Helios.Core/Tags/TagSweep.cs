using Helios.Kernel.Data;
using Helios.Kernel.Jobs;
using Helios.Kernel.Undo;
using Npgsql;

namespace Helios.Core.Tags;

/// <summary>Forgets what a merge of tags moved when the merge can be undone no more.</summary>
public sealed class TagSweep(NpgsqlDataSource database, TimeProvider time) : IRecurring
{
    public Task Run(CancellationToken stop)
    {
        // The day of the move is one of UTC and has no hour: a day more, so that nothing goes too early.
        var until = DateOnly.FromDateTime((time.GetUtcNow() - Undoing.Kept).UtcDateTime).AddDays(-1);
        return database.InEachOrganization((batch, organization) => batch.Then("delete from tag_moved where organization_id = $1 and moved_on < $2", organization, until), stop);
    }
}
