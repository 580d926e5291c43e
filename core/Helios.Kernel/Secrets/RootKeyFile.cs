using System.Text.RegularExpressions;
using Helios.Kernel.Installations;

namespace Helios.Kernel.Secrets;

/// <summary>The file of a root key: its id and its bytes, readable by its owner alone.</summary>
static partial class RootKeyFile
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Writes a key that is not there yet, and returns when it is on disk. Cut off, it leaves no half of a key in that place.</summary>
    public static void Write(string path, RootKey key)
    {
        try
        {
            var folder = Path.GetDirectoryName(path)!;
            if (!Directory.Exists(folder))
                Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
            var part = path + ".part";
            using (var file = new FileStream(part, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
            using (var text = new StreamWriter(file))
            {
                text.Write($"helios root key\nid: {key.Id}\nkey: {Convert.ToBase64String(key.Secret)}\n");
                text.Flush();
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallationException($"The root key cannot be written to {path}: {e.Message}", "Give this user the right to write there, or name another file with HELIOS_ROOT_KEY.", e);
        }
    }

    /// <summary>Reads a key.</summary>
    /// <exception cref="InstallationException">It cannot be read, is open to others, or is no key.</exception>
    public static RootKey Read(string path, bool isProvided)
    {
        string text;
        try
        {
            if (!isProvided && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
                throw new InstallationException($"The root key {path} can be read by other users of this machine.", $"Close it: chmod 600 {path}");
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallationException($"The root key {path} cannot be read: {e.Message}", "Give the file to the user that runs Helios.", e);
        }

        if (Content().Match(text) is { Success: true } match && Bytes(match.Groups["key"].Value) is { } secret)
            return new RootKey(match.Groups["id"].Value, secret);
        throw new InstallationException($"The file {path} holds no root key.", "Move it away, and put the right file back or restore it from its recovery copy: ./helios run --recovery-key FILE");
    }

    static byte[]? Bytes(string base64)
    {
        var secret = new byte[RootKey.Length];
        return Convert.TryFromBase64String(base64, secret, out var length) && length == RootKey.Length ? secret : null;
    }

    [GeneratedRegex(@"^helios root key\r?\nid: (?<id>root-[0-9]{4}[a-z]-[0-9a-z]{4,12})\r?\nkey: (?<key>[A-Za-z0-9+/=]{44})\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Content();
}
