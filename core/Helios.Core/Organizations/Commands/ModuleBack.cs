using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Organizations.Commands;

/// <summary>Switches a module back, unless another one stands in the way by now.</summary>
public sealed class ModuleBack(HeliosDb db, Registry registry) : IInverse
{
    public async Task<Problem?> Undo(UndoneRun run, CommandContext context)
    {
        if (await run.PutBack() is { } refusal)
            return refusal;
        foreach (var row in db.ChangeTracker.Entries<ModuleSwitch>())
            if (registry.Modules.FirstOrDefault(module => module.Id == row.Entity.Module) is { } module
                && ModuleNeeds.Refuse(registry, module, row.State is EntityState.Deleted || row.Entity.IsOn, context.Scope.Organization!.ModulesOff) is { } needed)
                return needed;
        return null;
    }
}
