using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Importing.Commands;

/// <summary>Writes down that a row of an import is not taken, and why.</summary>
/// <param name="Import">The import.</param>
/// <param name="Number">The row.</param>
/// <param name="Title">What the row calls itself.</param>
/// <param name="Cells">The row's cells.</param>
/// <param name="Reason">Why it is refused.</param>
public sealed record RefuseImportRow(
    EntityRef<Import> Import, int Number, [property: Required] string Title, [property: Required] string[] Cells, [property: Required] string Reason) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<RefuseImportRow, Nothing>
    {
        public Task<Outcome<Nothing>> Handle(RefuseImportRow command, CommandContext context)
        {
            var row = new ImportCells(command.Number, command.Cells, new Dictionary<string, string>(StringComparer.Ordinal));
            db.Add(ImportResult.Of(command.Import.Entity, row, RowPlan.Refuse(command.Title, command.Reason)));
            return Task.FromResult<Outcome<Nothing>>(Nothing.Instance);
        }
    }
}
