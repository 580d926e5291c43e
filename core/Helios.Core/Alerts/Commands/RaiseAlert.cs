using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Alerts.Commands;

/// <summary>Tells admins of something. The same while it is still open only counts up; a new one is also posted where the organization has an address for alerts.</summary>
/// <param name="Type">What sort of thing happened, such as <c>jobs.dead</c>.</param>
/// <param name="Subject">What happened, in one line.</param>
/// <param name="Severity">info, warning or critical.</param>
/// <param name="Payload">The details, as text or JSON; no secrets.</param>
public sealed record RaiseAlert(
    [property: Required(ErrorMessage = "Say what sort of thing happened."), StringLength(100, MinimumLength = 1, ErrorMessage = "A type has 1 to 100 characters.")] string Type,
    [property: Required(ErrorMessage = "Say what happened."), StringLength(300, MinimumLength = 1, ErrorMessage = "A subject has 1 to 300 characters.")] string Subject,
    AlertSeverity Severity,
    [property: StringLength(4000, ErrorMessage = "Details have at most 4,000 characters.")] string? Payload) : ICommand<AlertChanged>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<RaiseAlert, AlertChanged>
    {
        public async Task<Outcome<AlertChanged>> Handle(RaiseAlert command, CommandContext context)
        {
            var known = await db.Set<Alert>().FirstOrDefaultAsync(alert => alert.Type == command.Type && alert.Subject == command.Subject && alert.State == AlertState.Open, context.Stop);
            if (known is not null)
            {
                known.Repeat(command.Payload, (short)command.Severity);
                return AlertChanged.Of(known);
            }

            var alert = await context.Add(new Alert { Type = command.Type, Subject = command.Subject, Severity = (short)command.Severity });
            alert.Tell(command.Payload);
            await AlertDesk.Post(db, alert, context);
            return AlertChanged.Of(alert);
        }
    }
}
