using System.Globalization;
using Helios.Kernel.Jobs;

namespace Helios.Kernel.Installations.Backups;

/// <summary>When a running server writes backups by itself, where they go, and how many stay.</summary>
/// <param name="At">The times, on the clock of the machine.</param>
/// <param name="Folder">The folder, as a full path.</param>
/// <param name="Keep">How many stay, 1 to 1,000; each replaces the oldest once it is proven.</param>
public sealed record BackupPlan(DueTimes At, string Folder, int Keep)
{
    /// <summary>The times when none are named.</summary>
    public const string UsualTimes = "daily 02:40";

    /// <summary>How many stay when nobody says otherwise.</summary>
    public const int UsualKeep = 7;

    /// <summary>Switches them off.</summary>
    public const string Off = "off";

    const string Prefix = "helios-scheduled-";
    const string Moment = "yyyy-MM-dd'T'HHmmss'Z'";

    /// <summary>A file for a backup of this moment. Only files of this name are ever taken away again.</summary>
    public string FileOf(DateTimeOffset moment) => Path.Combine(Folder, Prefix + moment.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture) + Backup.End);

    /// <summary>The backups of the plan that are there, the newest first, with their moments from their names.</summary>
    public IReadOnlyList<(string File, DateTimeOffset Moment)> Written() => !Directory.Exists(Folder) ? [] :
    [
        .. Directory.EnumerateFiles(Folder, $"{Prefix}*{Backup.End}")
            .Select(file => (File: file, Moment: MomentOf(file)))
            .Where(written => written.Moment is not null)
            .Select(written => (written.File, written.Moment!.Value))
            .OrderByDescending(written => written.Value),
    ];

    /// <summary>When the next one is due: the first of the times after the newest backup, or where there is none after the installation was made; null when there is none any more.</summary>
    /// <param name="made">When the installation was made.</param>
    /// <param name="zone">The zone of the machine.</param>
    public DateTimeOffset? Due(DateTimeOffset made, TimeZoneInfo zone) => At.Next(Written() is [var newest, ..] ? newest.Moment : made, zone);

    /// <summary>When an installation was made.</summary>
    internal static DateTimeOffset MadeAt(HeliosSettings settings) => new(Directory.GetCreationTimeUtc(settings.DataFolder), TimeSpan.Zero);

    static DateTimeOffset? MomentOf(string file) =>
        DateTimeOffset.TryParseExact(Path.GetFileNameWithoutExtension(file)[Prefix.Length..], Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
