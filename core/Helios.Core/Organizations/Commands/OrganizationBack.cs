using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;

namespace Helios.Core.Organizations.Commands;

/// <summary>Puts the organization's name and zone back, and its schedules on the other clock.</summary>
public sealed class OrganizationBack(HeliosDb db) : RowsInverse
{
    protected override async Task<Problem?> Settle(CommandContext context)
    {
        foreach (var organization in db.ChangeTracker.Entries<Organization>().Where(entry => entry.Property(row => row.Zone).IsModified).ToList())
            await OrganizationClock.Reset(db, organization.Entity, context.Stop);
        return null;
    }
}
