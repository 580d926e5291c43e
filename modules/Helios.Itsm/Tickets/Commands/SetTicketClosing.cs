using System.ComponentModel.DataAnnotations;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Itsm.Tickets.Commands;

/// <summary>Says after how many days resolved tickets are closed by themselves.</summary>
/// <param name="CloseAfterDays">1 to 365.</param>
public sealed record SetTicketClosing(
    [Range(1, 365, ErrorMessage = "Give 1 to 365 days. To keep resolved tickets open, switch the schedule off under Jobs.")] int CloseAfterDays) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<SetTicketClosing, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(SetTicketClosing command, CommandContext context)
        {
            var settings = await db.Set<TicketSettings>().SingleOrDefaultAsync(context.Stop);
            if (settings is null)
                db.Add(settings = new TicketSettings());
            if (settings.CloseAfterDays == command.CloseAfterDays)
                return Nothing.Instance;
            await context.TellOfActor(db, "tickets.closeAfterDays", settings.CloseAfterDays, command.CloseAfterDays);
            settings.CloseAfterDays = command.CloseAfterDays;
            return Nothing.Instance;
        }
    }
}
