using Helios.Core.Directory.Locations.Importing;
using Helios.Core.Directory.People;
using Helios.Core.Importing;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Directory.Locations.Commands;

/// <summary>Looks up the whole of an imported location that was not known when the row was taken: it may have come later in the file.</summary>
/// <param name="Import">The import.</param>
/// <param name="Number">The row.</param>
public sealed record SettleLocation(EntityRef<Import> Import, int Number) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<SettleLocation, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(SettleLocation command, CommandContext context)
        {
            var import = command.Import.Entity;
            var row = await db.Set<ImportRow>().FirstOrDefaultAsync(found => found.ImportId == import.Id && found.Number == command.Number, context.Stop);
            if (row is not { Pending: { } name, EntityId: { } id })
                return Nothing.Instance;
            var place = await db.Set<Location>().SingleAsync(found => found.Id == id, context.Stop);
            var key = User.Fold(name)!;
            var called = await db.Set<Location>().Where(whole => whole.NameKey == key && whole.ArchivedAt == null).Take(3).ToListAsync(context.Stop);
            var warning = called switch
            {
                [] => PlaceMatch.Unknown(name),
                [var parent] when parent.Id == place.ParentId => null,
                [var parent] when await Ancestry.IsPartOf(db, parent.Id, place.Id, context.Stop) => PlaceMatch.Circle(parent),
                [var parent] => Set(place, parent, row),
                _ => PlaceMatch.Several(name, called.Count),
            };
            if (warning is not null)
                row.Warnings = [.. row.Warnings, warning];
            row.Pending = null;
            context.Why = $"Imported from {import.FileName}, row {command.Number}";
            return Nothing.Instance;
        }

        static string? Set(Location place, Location parent, ImportRow row)
        {
            place.ParentId = parent.Id;
            if (string.Equals(row.Outcome, RowOutcome.Created, StringComparison.Ordinal))
                return null;
            row.Outcome = RowOutcome.Updated;
            row.Changes = [.. row.Changes, "Part of"];
            return null;
        }
    }
}
