using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Labeling.Commands;

/// <summary>Gives a kind or a place its stock words back.</summary>
/// <param name="Label">The kind, such as ticket, or area. and the place.</param>
public sealed record ResetLabel([property: Required, StringLength(80)] string Label) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db, Registry registry) : ICommandHandler<ResetLabel, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(ResetLabel command, CommandContext context)
        {
            if (registry.Labelable(context.Scope).FirstOrDefault(known => string.Equals(known.Name, command.Label, StringComparison.Ordinal)) is not { Stock: { } stock })
                return Problem.NotFound("label of this name");
            if (await db.Set<OwnLabel>().SingleOrDefaultAsync(label => label.Name == command.Label, context.Stop) is not { } row)
                return Nothing.Instance;
            db.Remove(row);
            await context.TellOfActor(db, "label." + command.Label, $"{row.One}, {row.Many}", $"{stock.One}, {stock.Many}");
            return Nothing.Instance;
        }
    }
}
