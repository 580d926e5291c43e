using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Importing.Commands;

/// <summary>Says how far a long import is, so that whoever looks at it sees it move.</summary>
/// <param name="Import">The import.</param>
public sealed record AdvanceImport([property: Target] EntityRef<Import> Import) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<AdvanceImport, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(AdvanceImport command, CommandContext context)
        {
            command.Import.Entity.Advance(await ImportTally.Of(db, command.Import.Entity.Id, context.Stop));
            return Nothing.Instance;
        }
    }
}
