using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;

namespace Helios.Core.Exporting.Commands;

/// <summary>Writes into the history of whoever exports a list which one he takes along, and in the end how many rows.</summary>
/// <param name="List">The list in words: its kind, filter and format.</param>
/// <param name="Rows">How many rows have left; nothing before the first.</param>
public sealed record RecordExport([property: Required, MaxLength(2200)] string List, long? Rows) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<RecordExport, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(RecordExport command, CommandContext context)
        {
            if (command.Rows is { } rows)
                await context.TellOfActor(db, ("exportedList", null, command.List), ("exportedRows", null, rows));
            else
                await context.TellOfActor(db, ("exportedList", null, command.List));
            return Nothing.Instance;
        }
    }
}
