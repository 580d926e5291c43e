using Helios.Core.Alerts.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;

namespace Helios.Core.Alerts;

/// <summary>Raises an alert about a job that gave up.</summary>
public sealed class TellDeadJob(CommandPipeline commands, Registry registry) : IJobHandler<DeadJob>
{
    /// <summary>The type of the alert.</summary>
    public const string Type = "jobs.dead";

    public async Task Run(DeadJob payload, JobContext context)
    {
        var label = registry.LabelsOf(context.Scope).Fill(registry.Jobs.FirstOrDefault(job => job.Name == payload.Name)?.Label ?? payload.Name);
        var raise = new RaiseAlert(Type, $"“{label}” gave up. Look at it under Settings > Jobs.", AlertSeverity.Warning, payload.Message);
        (await commands.Run(raise, context.Scope, new CommandOptions { IdempotencyKey = $"dead:{context.JobId:N}" }, context.Stop)).Expect();
    }
}
