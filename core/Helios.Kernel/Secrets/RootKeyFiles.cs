using Helios.Kernel.Installations;

namespace Helios.Kernel.Secrets;

/// <summary>The files of an installation's root keys: the one in use, those before it, and one that a rotation has made and not yet put into its place.</summary>
sealed class RootKeyFiles(RootKeyPlace place, Action<string> report)
{
    /// <summary>Where a rotation puts the next key before the database knows it.</summary>
    public string Next(string current) => (place.IsFile ? place.Path : place.For(current)) + ".next";

    /// <summary>The key that a rotation made and did not finish with, or null.</summary>
    public RootKey? Pending(string current) => File.Exists(Next(current)) ? RootKeyFile.Read(Next(current), place.IsProvided) : null;

    /// <summary>The key that the database names. Where a rotation was cut off before its last step, that step is done now.</summary>
    /// <param name="known">The key that it names.</param>
    /// <param name="before">The keys before it, the newest first.</param>
    /// <param name="changes">Whether files may be moved; whoever only looks moves none.</param>
    /// <exception cref="InstallationException">It is missing, or another one lies in its place.</exception>
    public RootKey Require(KnownRootKey known, IReadOnlyList<string> before, bool changes = true)
    {
        foreach (var made in (place.IsFile ? [known.Id] : before).Select(Next).Where(File.Exists))
            if (RootKeyFile.Read(made, place.IsProvided) is var next && known.Fits(next))
                return changes ? Promote(made, next) : next;
        foreach (var kept in new[] { place.For(known.Id), Kept(known.Id) }.Where(File.Exists))
            if (RootKeyFile.Read(kept, place.IsProvided) is var key && known.Fits(key))
                return key;
        throw Refuse(known);
    }

    /// <summary>Puts a key that the database names into its place; the one before stays beside it, since older backups need it.</summary>
    public RootKey Promote(string made, RootKey key)
    {
        if (place.IsFile && File.Exists(place.Path))
            File.Move(place.Path, Kept(RootKeyFile.Read(place.Path, place.IsProvided).Id), overwrite: true);
        File.Move(made, place.For(key.Id), overwrite: true);
        report($"The root key {key.Id} is in use, at {place.For(key.Id)}.");
        return key;
    }

    /// <summary>Where a key is kept that is no longer in use.</summary>
    string Kept(string id) => place.IsFile ? $"{place.Path}.{id}" : place.For(id);

    InstallationException Refuse(KnownRootKey known)
    {
        var path = place.For(known.Id);
        if (!File.Exists(path))
            return new InstallationException(
                $"The root key {known.Id} of this installation is missing: {path}",
                "Put the file back, name it with HELIOS_ROOT_KEY, or restore it from its recovery copy: ./helios run --recovery-key FILE");
        var found = RootKeyFile.Read(path, place.IsProvided).Id;
        return new InstallationException(
            $"The file {path} holds {(string.Equals(found, known.Id, StringComparison.Ordinal) ? "a damaged key" : $"the key {found}")}, and this installation was made with {known.Id}.",
            "Put the right file in its place, or move it away and restore the key from its recovery copy: ./helios run --recovery-key FILE");
    }
}
