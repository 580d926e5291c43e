using System.ComponentModel.DataAnnotations;
using Helios.Core.Directory.Locations;
using Helios.Core.Directory.People.Importing;
using Helios.Core.Importing;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Directory.People.Commands;

/// <summary>Takes one row of an import: adds or changes a person, makes the location if need be, and writes down what became of the row.</summary>
/// <param name="Import">The import, which says what the columns mean.</param>
/// <param name="Number">The row.</param>
/// <param name="Cells">The row's cells.</param>
public sealed record ImportUser(EntityRef<Import> Import, int Number, [property: Required] string[] Cells) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<ImportUser, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(ImportUser command, CommandContext context)
        {
            var import = command.Import.Entity;
            var cells = ImportCells.Of(command.Number, command.Cells, import.Columns);
            var row = new PersonRow(cells);
            var around = db.Kept<PeopleAround>() ?? await PeopleAround.Load(db, [row], context.Stop);
            var match = new PersonMatch(row, around);
            if (match.Refusal is { } refusal)
            {
                db.Add(ImportResult.Of(import, cells, RowPlan.Refuse(row.Shown, refusal)));
                return Nothing.Instance;
            }

            context.Why = $"Imported from {import.FileName}, row {command.Number}";
            var (user, plan) = await Take(row, match, around, context);
            var before = user.CustomFields;
            if (await context.SetCustomFields(user, cells.CustomFields, isNew: match.Person is null) is [_, ..] wrong)
                return Problem.Conflict("imports.row.fields", string.Join(' ', wrong.Select(field => field.Text)));
            if (!Equals(before, user.CustomFields) && plan.Outcome != RowOutcome.Created)
                plan = plan with { Outcome = RowOutcome.Updated, Changes = [.. plan.Changes, "Fields"] };
            around.Put(user);
            db.Add(ImportResult.Of(import, cells, plan, user, match.UnknownManager));
            return Nothing.Instance;
        }

        async Task<(User User, RowPlan Plan)> Take(PersonRow row, PersonMatch match, PeopleAround around, CommandContext context)
        {
            var user = match.Person is { } known ? Tracked(known) : new User { Name = row.Shown, Source = "import" };
            var before = PersonFacts.Of(user);
            List<string> warnings = [.. match.Warnings];
            row.Fill(user);
            if (match.IsNewLocation)
                around.Put(match.Location = await NewLocation(row, context));
            user.LocationId = match.Location?.Id ?? user.LocationId;
            if (match.Manager is { } manager && manager.Id != user.ManagerId)
            {
                if (match.Person is not null && await Ancestry.ReportsTo(db, manager.Id, user.Id, context.Stop))
                    warnings.Add(PersonMatch.Circle(manager));
                else
                    user.ManagerId = manager.Id;
            }

            if (match.Person is null)
            {
                await context.Add(user);
                return (user, new RowPlan(RowOutcome.Created, row.Shown) { Warnings = warnings, Changes = match.IsNewLocation ? ["New location"] : [] });
            }

            var changes = PersonFacts.Changed(before, PersonFacts.Of(user));
            return (user, new RowPlan(changes.Count > 0 ? RowOutcome.Updated : RowOutcome.Unchanged, row.Shown) { Warnings = warnings, Changes = changes });
        }

        /// <summary>Whoever was looked up for many rows is not tracked yet.</summary>
        User Tracked(User user)
        {
            if (db.Entry(user).State is EntityState.Detached)
                db.Attach(user);
            return user;
        }

        static Task<Location> NewLocation(PersonRow row, CommandContext context) => context.Add(new Location
        {
            Name = row.Location!,
            Address = row.Address,
            City = row.City,
            State = row.State,
            Country = row.Country,
            PostalCode = row.PostalCode,
        });
    }
}
