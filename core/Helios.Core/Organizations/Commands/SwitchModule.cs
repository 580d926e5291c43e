using Helios.Core.Identity;
using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Organizations.Commands;

/// <summary>Switches a module on or off in this organization. Off hides what it adds everywhere and deletes nothing.</summary>
/// <param name="Module">The module's id, such as <c>itsm</c>.</param>
/// <param name="On">Whether it is on from now.</param>
public sealed record SwitchModule([property: Required, StringLength(60)] string Module, bool On) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db, Registry registry) : ICommandHandler<SwitchModule, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(SwitchModule command, CommandContext context)
        {
            var module = registry.Modules.FirstOrDefault(known => known.Id == command.Module);
            if (module is null)
                return Problem.NotFound("module of this name");
            if (!module.IsOptional)
                return Problem.Conflict("modules.switch.needed", $"{module.Name} is part of every installation and stays on.");
            if (ModuleNeeds.Refuse(registry, module, command.On, context.Scope.Organization!.ModulesOff) is { } needed)
                return needed;

            var row = await db.Set<ModuleSwitch>().SingleOrDefaultAsync(known => known.Module == module.Id, context.Stop);
            if ((row?.IsOn ?? true) == command.On)
                return Nothing.Instance;
            if (row is null)
                db.Add(row = new ModuleSwitch { Module = module.Id });
            row.IsOn = command.On;
            row.ChangedAt = context.Now;
            await context.TellOfActor(db, "module." + module.Id, !command.On, command.On);
            return Nothing.Instance;
        }
    }
}
