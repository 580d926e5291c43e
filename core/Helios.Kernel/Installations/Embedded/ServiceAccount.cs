using System.Globalization;

namespace Helios.Kernel.Installations.Embedded;

/// <summary>The system user that PostgreSQL runs as: this process's own, or <c>helios-db</c> when it is root, since PostgreSQL refuses root.</summary>
sealed record ServiceAccount(string Name, uint User, uint Group, bool IsSwitched)
{
    /// <summary>A user of its own, never nobody: a stale pid file that names a living process of the same user blocks a start for ever.</summary>
    public const string SystemName = "helios-db";

    /// <summary>The words that put a program under this user and let it end with the thread that started it.</summary>
    public IEnumerable<string> Prefix => IsSwitched
        ? ["setpriv", "--reuid", Text(User), "--regid", Text(Group), "--clear-groups", "--pdeathsig=INT", "--"]
        : ["setpriv", "--pdeathsig=INT", "--"];

    /// <summary>Finds the user; as root it is made when it is missing.</summary>
    public static ServiceAccount Ensure(Action<string> report)
    {
        if (!Environment.IsPrivilegedProcess)
            return Find(Environment.UserName, isSwitched: false)
                ?? throw new InstallationException("The user that runs Helios has no entry in the system's list of users, and PostgreSQL needs one.", "Run Helios as a user that `id -un` can name.");
        if (Find(SystemName, isSwitched: true) is { } existing)
            return existing;
        report($"Making the system user {SystemName}, because PostgreSQL does not run as root.");
        var made = Shell.Run("/", "useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", SystemName);
        return Find(SystemName, isSwitched: true)
            ?? throw new InstallationException($"The system user {SystemName} cannot be made: {made.Errors}", $"Make it by hand (useradd --system {SystemName}), or run Helios as an ordinary user.");
    }

    /// <summary>Whether this user gets through to a folder.</summary>
    public bool CanEnter(string folder) =>
        !IsSwitched || Shell.Run("/", [.. Prefix, "test", "-x", folder]).Succeeded;

    /// <summary>Gives a file or folder to the user.</summary>
    public void Own(string path)
    {
        if (IsSwitched && Shell.Run("/", "chown", $"{Text(User)}:{Text(Group)}", path) is { Succeeded: false } failed)
            throw new IOException($"The owner of {path} cannot be changed: {failed.Errors}");
    }

    static ServiceAccount? Find(string name, bool isSwitched)
    {
        var entry = Shell.Run("/", "getent", "passwd", name);
        var parts = entry.Output.Split(':');
        return entry.Succeeded && parts.Length > 3
            ? new ServiceAccount(name, uint.Parse(parts[2], CultureInfo.InvariantCulture), uint.Parse(parts[3], CultureInfo.InvariantCulture), isSwitched)
            : null;
    }

    static string Text(uint number) => number.ToString(CultureInfo.InvariantCulture);
}
