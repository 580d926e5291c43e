namespace Helios.Kernel.Installations.Backups;

/// <summary>Looks at how the backups of the plan stand, in the folder where they lie.</summary>
/// <param name="settings">The installation.</param>
/// <param name="clock">The time.</param>
public sealed class BackupWatch(HeliosSettings settings, TimeProvider clock)
{
    /// <summary>One that is late by less may be on its way.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromHours(2);

    volatile string? trouble;

    /// <summary>How they stand at this moment; null where they are switched off.</summary>
    public BackupStanding? Look()
    {
        if (settings.Backups is not { } plan)
            return null;
        var due = Directory.Exists(settings.DataFolder) ? plan.Due(BackupPlan.MadeAt(settings), clock.LocalTimeZone) : null;
        return new BackupStanding(plan, plan.Written(), due, due + Grace < clock.GetUtcNow(), trouble);
    }

    /// <summary>The last one came to its end: why it failed, or null.</summary>
    internal void Ended(string? why) => trouble = why;
}
