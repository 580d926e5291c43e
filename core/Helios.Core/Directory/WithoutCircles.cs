using Helios.Core.Directory.Locations;
using Helios.Core.Directory.People;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Directory;

/// <summary>Puts people and places back, unless a manager or a parent place would then stand below himself: the others may have moved meanwhile.</summary>
public sealed class WithoutCircles(HeliosDb db) : RowsInverse
{
    protected override async Task<Problem?> Settle(CommandContext context)
    {
        db.ChangeTracker.DetectChanges();
        foreach (var entry in db.ChangeTracker.Entries<Entity>().Where(entry => entry.State is EntityState.Modified).ToList())
        {
            var stands = entry.Entity switch
            {
                User { ManagerId: { } manager } user when entry.Property(nameof(User.ManagerId)).IsModified => await Ancestry.ReportsTo(db, manager, user.Id, context.Stop),
                Location { ParentId: { } parent } place when entry.Property(nameof(Location.ParentId)).IsModified => await Ancestry.IsPartOf(db, parent, place.Id, context.Stop),
                _ => false,
            };
            if (stands)
                return Problem.Conflict("undo.run.circle", $"{entry.Entity.Key} can't go back to where it was: what stood above it stands below it by now. Change it by hand.");
        }

        return null;
    }
}
