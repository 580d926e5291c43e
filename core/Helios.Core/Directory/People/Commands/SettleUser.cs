using Helios.Core.Directory.People.Importing;
using Helios.Core.Importing;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Directory.People.Commands;

/// <summary>Looks up the manager of an imported person who was not known when the row was taken: he may have come later in the file.</summary>
/// <param name="Import">The import.</param>
/// <param name="Number">The row.</param>
public sealed record SettleUser(EntityRef<Import> Import, int Number) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<SettleUser, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(SettleUser command, CommandContext context)
        {
            var import = command.Import.Entity;
            var row = await db.Set<ImportRow>().FirstOrDefaultAsync(found => found.ImportId == import.Id && found.Number == command.Number, context.Stop);
            if (row is not { Pending: { } name, EntityId: { } id })
                return Nothing.Instance;
            var user = await db.Set<User>().SingleAsync(found => found.Id == id, context.Stop);
            var called = (await PeopleAround.Load(db, [name], [], context.Stop)).Called(name);
            var warning = called switch
            {
                [] => PersonMatch.Unknown(name),
                [var manager] when manager.Id == user.ManagerId => null,
                [var manager] when await Ancestry.ReportsTo(db, manager.Id, user.Id, context.Stop) => PersonMatch.Circle(manager),
                [var manager] => Set(user, manager, row),
                _ => $"{called.Count} people are called “{name}”, so the manager was left as it is. Write the user name instead.",
            };
            if (warning is not null)
                row.Warnings = [.. row.Warnings, warning];
            row.Pending = null;
            context.Why = $"Imported from {import.FileName}, row {command.Number}";
            return Nothing.Instance;
        }

        static string? Set(User user, User manager, ImportRow row)
        {
            user.ManagerId = manager.Id;
            if (string.Equals(row.Outcome, RowOutcome.Created, StringComparison.Ordinal))
                return null;
            row.Outcome = RowOutcome.Updated;
            row.Changes = [.. row.Changes, "Manager"];
            return null;
        }
    }
}
