namespace Helios.Kernel.Installations;

/// <summary>Where the root key lies: in one file that somebody named, or in a folder under its own id.</summary>
/// <remarks>A folder may hold the keys of several installations.</remarks>
public sealed record RootKeyPlace(string Path, bool IsFile, bool IsProvided = false)
{
    /// <summary>The file of a key.</summary>
    public string For(string id) => IsFile ? Path : System.IO.Path.Combine(Path, id + ".key");

    internal static RootKeyPlace Of(Func<string, string?> environment)
    {
        if (environment("HELIOS_ROOT_KEY") is { Length: > 0 } named)
            return new RootKeyPlace(System.IO.Path.GetFullPath(named), IsFile: true);
        if (environment("CREDENTIALS_DIRECTORY") is { Length: > 0 } credentials && System.IO.Path.Combine(credentials, "helios-root-key") is var given && File.Exists(given))
            return new RootKeyPlace(given, IsFile: true, IsProvided: true);
        if (Environment.IsPrivilegedProcess)
            return new RootKeyPlace("/etc/helios/keys", IsFile: false);
        var settings = environment("XDG_CONFIG_HOME") is { Length: > 0 } own ? own : System.IO.Path.Combine(Home, ".config");
        return new RootKeyPlace(System.IO.Path.Combine(settings, "helios", "keys"), IsFile: false);
    }

    internal static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
}
