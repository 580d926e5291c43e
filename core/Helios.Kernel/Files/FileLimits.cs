namespace Helios.Kernel.Files;

/// <summary>How much of files anybody may send and how long they are kept: stated here, once.</summary>
public static class FileLimits
{
    /// <summary>The largest file, in bytes: 25 MiB, what mail servers let through.</summary>
    public const long LargestFile = 25L * 1024 * 1024;

    /// <summary>Files that one command takes.</summary>
    public const int FilesAtOnce = 10;

    /// <summary>Files that one entity has, so that its page can show them.</summary>
    public const int FilesOfOneEntity = 500;

    /// <summary>Files that one account has sent and not used yet.</summary>
    public const int WaitingFiles = 100;

    /// <summary>The longest name, in UTF-16 units: three bytes each fit the 255 bytes of file systems in most scripts after cutting.</summary>
    public const int LongestName = 200;

    /// <summary>A file that no command has taken by then is let go.</summary>
    public static readonly TimeSpan Waiting = TimeSpan.FromDays(1);

    /// <summary>The content of a file that nothing refers to any more is kept so long: a day more than a command can be undone, and longer than any backup takes.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(31);
}
