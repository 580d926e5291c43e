using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Alerts.Commands;

/// <summary>Says that somebody has seen to an alert.</summary>
/// <param name="Alert">The alert.</param>
public sealed record SettleAlert([property: Target] EntityRef<Alert> Alert) : ICommand<AlertChanged>
{
    public sealed class Handler : ICommandHandler<SettleAlert, AlertChanged>
    {
        public Task<Outcome<AlertChanged>> Handle(SettleAlert command, CommandContext context) => Task.FromResult(Settle(command.Alert.Entity, context));

        static Outcome<AlertChanged> Settle(Alert alert, CommandContext context)
        {
            if (alert.State == AlertState.Settled)
                return Problem.Conflict("alerts.settle.settled", $"{alert.Key} is settled already.");
            alert.Settle(context.Now);
            return AlertChanged.Of(alert);
        }
    }
}
