using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Importing.Commands;

/// <summary>Ends an import and counts its rows; the file is kept only where it can be gone on with.</summary>
/// <param name="Import">The import.</param>
/// <param name="IsCanceled">Whether it ends before its last row.</param>
public sealed record FinishImport([property: Target] EntityRef<Import> Import, bool IsCanceled) : ICommand<ImportChanged>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<FinishImport, ImportChanged>
    {
        public async Task<Outcome<ImportChanged>> Handle(FinishImport command, CommandContext context)
        {
            var import = command.Import.Entity;
            import.Advance(await ImportTally.Of(db, import.Id, context.Stop));
            import.Finish(command.IsCanceled ? ImportState.Canceled : ImportState.Done, context.Now);
            if (!command.IsCanceled)
                db.RemoveRange(await db.Set<ImportFile>().Where(file => file.ImportId == import.Id).ToListAsync(context.Stop));
            return ImportChanged.Of(import);
        }
    }
}
