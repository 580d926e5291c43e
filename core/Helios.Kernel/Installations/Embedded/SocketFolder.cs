namespace Helios.Kernel.Installations.Embedded;

/// <summary>The folder of the Unix socket: short, because a socket's path may have 107 bytes, and closed to others.</summary>
static class SocketFolder
{
    const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    const int Longest = 80;

    /// <summary>The folder that belongs to a data folder.</summary>
    public static string Of(string mark) => Path.Combine(Parent, mark);

    public static string Make(string mark, ServiceAccount account)
    {
        var path = Of(mark);
        try
        {
            Directory.CreateDirectory(path, Private);
            if (new DirectoryInfo(path).LinkTarget is not null)
                throw new UnauthorizedAccessException("It is a symbolic link.");
            // Only its owner may change a folder's mode: a folder that somebody else put there is refused.
            File.SetUnixFileMode(path, Private);
            account.Own(path);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallationException($"The folder {path} for the database's socket cannot be used: {e.Message}", $"Remove {path}, or set XDG_RUNTIME_DIR to a folder of your own.", e);
        }
    }

    public static void Remove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An empty folder that stays behind does no harm: the next start uses it again.
        }
    }

    static string Parent
    {
        get
        {
            if (Environment.IsPrivilegedProcess)
                return Directory.Exists("/run") ? "/run" : "/tmp";
            var own = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
            return !string.IsNullOrEmpty(own) && own.Length < Longest && Directory.Exists(own) ? own : "/tmp";
        }
    }
}
