using System.ComponentModel.DataAnnotations;
using Helios.Core.Directory.Locations.Importing;
using Helios.Core.Importing;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Directory.Locations.Commands;

/// <summary>Takes one row of an import: adds or changes a location, and writes down what became of the row.</summary>
/// <param name="Import">The import, which says what the columns mean.</param>
/// <param name="Number">The row.</param>
/// <param name="Cells">The row's cells.</param>
public sealed record ImportLocation(EntityRef<Import> Import, int Number, [property: Required] string[] Cells) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<ImportLocation, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(ImportLocation command, CommandContext context)
        {
            var import = command.Import.Entity;
            var cells = ImportCells.Of(command.Number, command.Cells, import.Columns);
            var row = new PlaceRow(cells);
            var match = new PlaceMatch(row, await LocationsImport.Around(db, [row], context.Stop));
            if (match.Refusal is { } refusal)
            {
                db.Add(ImportResult.Of(import, cells, RowPlan.Refuse(row.Shown, refusal)));
                return Nothing.Instance;
            }

            context.Why = $"Imported from {import.FileName}, row {command.Number}";
            var (place, plan) = await Take(row, match, context);
            var before = place.CustomFields;
            if (await context.SetCustomFields(place, cells.CustomFields, isNew: match.Place is null) is [_, ..] wrong)
                return Problem.Conflict("imports.row.fields", string.Join(' ', wrong.Select(field => field.Text)));
            if (!Equals(before, place.CustomFields) && plan.Outcome != RowOutcome.Created)
                plan = plan with { Outcome = RowOutcome.Updated, Changes = [.. plan.Changes, "Fields"] };
            db.Add(ImportResult.Of(import, cells, plan, place, match.UnknownParent));
            return Nothing.Instance;
        }

        async Task<(Location Place, RowPlan Plan)> Take(PlaceRow row, PlaceMatch match, CommandContext context)
        {
            var place = match.Place ?? new Location { Name = row.Name! };
            var before = PlaceFacts.Of(place);
            List<string> warnings = [.. match.Warnings];
            row.Fill(place);
            place.ManagerId = match.Manager?.Id ?? place.ManagerId;
            if (match.Parent is { } parent && parent.Id != place.ParentId)
            {
                if (match.Place is not null && await Ancestry.IsPartOf(db, parent.Id, place.Id, context.Stop))
                    warnings.Add(PlaceMatch.Circle(parent));
                else
                    place.ParentId = parent.Id;
            }

            if (match.Place is null)
            {
                await context.Add(place);
                return (place, new RowPlan(RowOutcome.Created, row.Shown) { Warnings = warnings });
            }

            var changes = PlaceFacts.Changed(before, PlaceFacts.Of(place));
            return (place, new RowPlan(changes.Count > 0 ? RowOutcome.Updated : RowOutcome.Unchanged, row.Shown) { Warnings = warnings, Changes = changes });
        }
    }
}
