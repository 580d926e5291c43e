using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Organizations.Commands;

/// <summary>Switches a module back, unless another one stands in the way by now.</summary>
public sealed class ModuleBack(HeliosDb db, Registry registry) : RowsInverse
{
    protected override Task<Problem?> Settle(CommandContext context)
    {
        foreach (var row in db.ChangeTracker.Entries<ModuleSwitch>())
            if (registry.Modules.FirstOrDefault(module => module.Id == row.Entity.Module) is { } module
                && ModuleNeeds.Refuse(registry, module, row.State is EntityState.Deleted || row.Entity.IsOn, context.Scope.Organization!.ModulesOff) is { } needed)
                return Task.FromResult<Problem?>(needed);
        return Task.FromResult<Problem?>(null);
    }
}
