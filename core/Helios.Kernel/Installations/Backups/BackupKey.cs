using Helios.Kernel.Secrets;

namespace Helios.Kernel.Installations.Backups;

/// <summary>Finds the root key that opens a backup.</summary>
static class BackupKey
{
    /// <summary>The key that a header names: from its file, or put back from the recovery copy that the settings name.</summary>
    /// <exception cref="InstallationException">It is missing, or another one is in its place.</exception>
    public static RootKey Find(BackupHeader header, HeliosSettings settings, Action<string> report)
    {
        var path = settings.RootKey.For(header.RootKey);
        if (settings.RecoveryKey is { } copy && !File.Exists(path))
        {
            var recovered = RecoveryCopy.Read(ReadCopy(copy));
            if (!header.Fits(recovered))
                throw new InstallationException($"The recovery copy holds the key {recovered.Id}, and the backup is sealed with {header.RootKey}.", $"Take the recovery copy of {header.RootKey}.");
            RootKeyFile.Write(path, recovered);
            report($"The root key {recovered.Id} is back at {path}.");
        }

        var found = new[] { path, Kept(settings.RootKey, header.RootKey) }.Where(File.Exists).Select(file => RootKeyFile.Read(file, settings.RootKey.IsProvided)).ToList();
        if (found.Count == 0)
            throw new InstallationException(
                $"The backup is sealed with the root key {header.RootKey}, which is missing: {path}",
                "Put the file there, name it with HELIOS_ROOT_KEY, or bring it back from its recovery copy with --recovery-key FILE.");
        return found.Find(header.Fits) ?? throw new InstallationException(
            $"The backup is sealed with the root key {header.RootKey}, and {path} holds {(string.Equals(found[0].Id, header.RootKey, StringComparison.Ordinal) ? "a damaged key" : $"the key {found[0].Id}")}.",
            $"Name the file of {header.RootKey} with HELIOS_ROOT_KEY, or bring it back from its recovery copy with --recovery-key FILE.");
    }

    // A key that is no longer in use is kept beside the one that is, under its own name: older backups need it.
    static string Kept(RootKeyPlace place, string id) => place.IsFile ? $"{place.Path}.{id}" : place.For(id);

    static string ReadCopy(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallationException($"The recovery copy {path} cannot be read: {e.Message}", "Name the file that holds the words.", e);
        }
    }
}
