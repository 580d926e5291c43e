using System.Globalization;
using Helios.Kernel.Installations.Backups;
using Helios.Kernel.Jobs;
using Helios.Kernel.Outbound;
using Npgsql;

namespace Helios.Kernel.Installations;

/// <summary>What an installation is told from outside: words of the command line first, then the environment.</summary>
public sealed record HeliosSettings
{
    /// <summary>The port when none is named.</summary>
    public const int DefaultPort = 8420;

    /// <summary>The requests a minute of one access token when none are named.</summary>
    public const int DefaultApiLimit = 1000;

    /// <summary>The options, as the help prints them.</summary>
    public const string Help =
        """
          --data DIR            the folder of everything that is stored (default: ~/.local/share/helios, for root /var/lib/helios)
          --port N              the port on this machine (default 8420; 0 takes any free one)
          --recovery-key FILE   put the root key back from its recovery copy
        Environment:
          HELIOS_DATABASE, HELIOS_DATABASE_OWNER   connection strings of a PostgreSQL 18 of your own (server's role, owner)
          HELIOS_ROOT_KEY                          the file of the root key
          HELIOS_API_LIMIT                         requests a minute that one access token may send (default 1000)
          HELIOS_OUTBOUND_ALLOW                    private networks that Helios may call for its users, such as 10.20.0.0/16
          HELIOS_BACKUP_AT                         when it writes backups by itself: daily 02:40 (default), mon,thu 06:30, cron; or off
          HELIOS_BACKUP_TO                         their folder (default: backups in the data folder)
          HELIOS_BACKUP_KEEP                       how many of them stay, 1 to 1,000 (default 7)
        """;

    /// <summary>Names the times of scheduled backups.</summary>
    public const string BackupTimes = "HELIOS_BACKUP_AT";

    /// <summary>The folder of everything that is stored, as a full path.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Whether somebody named the data folder; else it is the usual one.</summary>
    public bool IsDataFolderNamed { get; init; }

    /// <summary>The folder of the contents of files.</summary>
    public string FilesFolder => Path.Combine(DataFolder, StoredFiles.FolderName);

    /// <summary>The port on loopback; 0 takes any free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>The connections to a server of one's own; null: the private PostgreSQL.</summary>
    public DatabaseConnections? OwnServer { get; init; }

    /// <summary>Where the root key lies.</summary>
    public required RootKeyPlace RootKey { get; init; }

    /// <summary>Requests that one access token may send in a minute.</summary>
    public int ApiLimit { get; init; } = DefaultApiLimit;

    /// <summary>Whom Helios may call on behalf of users.</summary>
    public OutboundRules Outbound { get; init; } = OutboundRules.PublicOnly;

    /// <summary>The backups that a running server writes by itself; null when they are off.</summary>
    public BackupPlan? Backups { get; init; }

    /// <summary>The file with the recovery copy that the root key is to be put back from.</summary>
    public string? RecoveryKey { get; init; }

    /// <summary>Reads the options that follow the verb.</summary>
    /// <exception cref="InstallationException">An option or value is wrong; exit code 2.</exception>
    public static HeliosSettings Parse(IReadOnlyList<string> options, Func<string, string?> environment)
    {
        var given = Options(options);
        var data = Path.TrimEndingDirectorySeparator(Path.GetFullPath(given.GetValueOrDefault("--data") ?? DefaultData(environment)));
        return new HeliosSettings
        {
            IsDataFolderNamed = given.ContainsKey("--data"),
            DataFolder = data,
            Port = given.TryGetValue("--port", out var port) ? ParsePort(port) : DefaultPort,
            OwnServer = ParseOwnServer(environment("HELIOS_DATABASE"), environment("HELIOS_DATABASE_OWNER")),
            RootKey = RootKeyPlace.Of(environment),
            ApiLimit = environment("HELIOS_API_LIMIT") is { Length: > 0 } limit ? ParseApiLimit(limit) : DefaultApiLimit,
            Outbound = OutboundRules.Read(environment("HELIOS_OUTBOUND_ALLOW") ?? "") ?? throw Mistake("HELIOS_OUTBOUND_ALLOW names no networks. Write them as 10.20.0.0/16, fd00:12::/32."),
            Backups = ParseBackups(environment, data),
            RecoveryKey = given.GetValueOrDefault("--recovery-key"),
        };
    }

    static Dictionary<string, string> Options(IReadOnlyList<string> words)
    {
        Dictionary<string, string> given = new(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            var (name, value) = words[i].Split('=', 2) is [var left, var right] ? (left, right) : (words[i], null);
            if (name is not ("--data" or "--port" or "--recovery-key"))
                throw Mistake($"There is no option {name}.");
            value ??= ++i < words.Count ? words[i] : null;
            if (string.IsNullOrWhiteSpace(value))
                throw Mistake($"The option {name} needs a value.");
            if (!given.TryAdd(name, value))
                throw Mistake($"The option {name} is given twice.");
        }

        return given;
    }

    static int ParsePort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw Mistake($"The port {text} is no number from 0 to 65535.");

    static int ParseApiLimit(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0
            ? limit
            : throw Mistake($"HELIOS_API_LIMIT is {text}, and that is no number of requests.");

    static BackupPlan? ParseBackups(Func<string, string?> environment, string data)
    {
        var times = environment(BackupTimes) is { Length: > 0 } named ? named.Trim() : BackupPlan.UsualTimes;
        if (string.Equals(times, BackupPlan.Off, StringComparison.OrdinalIgnoreCase))
            return null;
        var at = DueTimes.Read(times) ?? throw Mistake($"{BackupTimes} is {times}, and that says no times. Write daily 02:40, mon,thu 06:30, a cron expression, or {BackupPlan.Off}.");
        var folder = environment("HELIOS_BACKUP_TO") is { Length: > 0 } to ? Path.GetFullPath(to) : Path.Combine(data, Backup.FolderName);
        var keep = environment("HELIOS_BACKUP_KEEP") is not { Length: > 0 } many ? BackupPlan.UsualKeep
            : int.TryParse(many, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 1000 ? count
            : throw Mistake($"HELIOS_BACKUP_KEEP is {many}, and that is no number from 1 to 1000.");
        return new BackupPlan(at, folder, keep);
    }

    static DatabaseConnections? ParseOwnServer(string? server, string? owner)
    {
        if (string.IsNullOrEmpty(server) && string.IsNullOrEmpty(owner))
            return null;
        if (string.IsNullOrEmpty(server) || string.IsNullOrEmpty(owner))
            throw Mistake($"A server of your own needs two connection strings, and {(string.IsNullOrEmpty(server) ? "HELIOS_DATABASE" : "HELIOS_DATABASE_OWNER")} is missing.");
        RequireConnection("HELIOS_DATABASE", server);
        RequireConnection("HELIOS_DATABASE_OWNER", owner);
        return new DatabaseConnections(owner, server).WithHouseRules();
    }

    // The value itself is never repeated: it holds a password.
    static void RequireConnection(string name, string text)
    {
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrEmpty(connection.Host) || string.IsNullOrEmpty(connection.Username) || string.IsNullOrEmpty(connection.Database))
                throw Mistake($"{name} must name Host, Username and Database.");
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw Mistake($"{name} is no connection string such as Host=db.example.org;Username=helios_server;Password=…;Database=helios.");
        }
    }

    static string DefaultData(Func<string, string?> environment)
    {
        if (Environment.IsPrivilegedProcess)
            return "/var/lib/helios";
        var shared = environment("XDG_DATA_HOME") is { Length: > 0 } own ? own : Path.Combine(RootKeyPlace.Home, ".local", "share");
        return Path.Combine(shared, "helios");
    }

    static InstallationException Mistake(string what) => new(what, "./helios help lists the options.") { ExitCode = 2 };
}
