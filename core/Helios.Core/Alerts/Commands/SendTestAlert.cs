using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Effects;
using Helios.Kernel.Problems;

namespace Helios.Core.Alerts.Commands;

/// <summary>Posts an alert to the organization's address to see whether it arrives, and waits for the answer.</summary>
public sealed record SendTestAlert : ICommand<OperationView>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<SendTestAlert, OperationView>
    {
        public async Task<Outcome<OperationView>> Handle(SendTestAlert command, CommandContext context)
        {
            var alert = await context.Add(new Alert { Type = "alerts.test", Subject = "Helios tests whether alerts arrive", Severity = (short)AlertSeverity.Info });
            // Nobody has to look at it.
            alert.Settle(context.Now);
            return await AlertDesk.Post(db, alert, context) is { } operation
                ? operation
                : Problem.Conflict("alerts.test.no_target", "There is no address for alerts yet. Give one first.");
        }
    }
}
