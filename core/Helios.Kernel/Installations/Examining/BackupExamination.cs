using System.Globalization;
using Helios.Kernel.Installations.Backups;

namespace Helios.Kernel.Installations.Examining;

/// <summary>Whether the backups of the plan are written.</summary>
static class BackupExamination
{
    public static Finding Look(HeliosSettings settings, TimeProvider clock)
    {
        if (new BackupWatch(settings, clock).Look() is not { } standing)
            return new Finding($"Scheduled backups are switched off ({HeliosSettings.BackupTimes}={BackupPlan.Off}).");
        var (plan, written) = (standing.Plan, standing.Written);
        var newest = written is [var last, ..] ? string.Create(CultureInfo.InvariantCulture, $"The newest of {written.Count} scheduled backups is from {last.Moment:yyyy-MM-dd HH:mm} UTC") : "No scheduled backup was written yet";
        return standing is { IsOverdue: true, Due: { } missed }
            ? new Finding(
                string.Create(CultureInfo.InvariantCulture, $"{newest}; one has been due since {missed.UtcDateTime:yyyy-MM-dd HH:mm} UTC."),
                $"Let Helios run, and look into its output for why it failed; ./helios backup --to {plan.Folder} writes one now.")
            : new Finding($"{newest} ({plan.At.Words}, in {plan.Folder}).");
    }
}
