using System.Globalization;
using Helios.Kernel.Installations.Backups;

namespace Helios.Kernel.Installations.Examining;

/// <summary>Whether the backups of the plan are written.</summary>
static class BackupExamination
{
    /// <summary>One that is late by less may be on its way.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromHours(2);

    public static Finding Look(HeliosSettings settings, TimeProvider clock)
    {
        if (settings.Backups is not { } plan)
            return new Finding($"Scheduled backups are switched off ({HeliosSettings.BackupTimes}={BackupPlan.Off}).");
        var written = plan.Written();
        var due = Directory.Exists(settings.DataFolder) ? plan.Due(BackupPlan.MadeAt(settings), clock.LocalTimeZone) : null;
        var newest = written is [var last, ..] ? string.Create(CultureInfo.InvariantCulture, $"The newest of {written.Count} scheduled backups is from {last.Moment:yyyy-MM-dd HH:mm} UTC") : "No scheduled backup was written yet";
        return due is { } missed && missed + Grace < clock.GetUtcNow()
            ? new Finding(
                string.Create(CultureInfo.InvariantCulture, $"{newest}; one has been due since {missed.UtcDateTime:yyyy-MM-dd HH:mm} UTC."),
                $"Let Helios run, and look into its output for why it failed; ./helios backup --to {plan.Folder} writes one now.")
            : new Finding($"{newest} ({plan.At.Words}, in {plan.Folder}).");
    }
}
