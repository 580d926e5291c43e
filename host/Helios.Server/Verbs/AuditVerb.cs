using Helios.Core.Audit;
using Helios.Kernel.Installations;
using Helios.Kernel.Secrets;

namespace Helios.Server.Verbs;

/// <summary>Verifies audit chains, in the database or in an export, and writes exports, beside a running Helios or without one.</summary>
static class AuditVerb
{
    /// <summary>Verifies the database, or the export that is named first; <c>--against</c> names an older export.</summary>
    public static async Task<int> Verify(IReadOnlyList<string> words, Func<IReadOnlyList<string>, HeliosSettings> settings, TextWriter output, CancellationToken stop)
    {
        var (against, rest) = Take("--against", words);
        return rest is [var file, ..] && !file.StartsWith("--", StringComparison.Ordinal)
            ? await AuditCommandLine.VerifyFile(file, against, output, stop)
            : await Databases.With(settings(rest), database => AuditCommandLine.Verify(database.Owner, output, stop, against), stop);
    }

    /// <summary>Writes the chain of an organization into a file.</summary>
    public static async Task<int> Export(string file, IReadOnlyList<string> words, Func<IReadOnlyList<string>, HeliosSettings> settings, TextWriter output, CancellationToken stop)
    {
        var (slug, rest) = Take("--organization", words);
        var known = settings(rest);
        return await Databases.With(known, async database =>
        {
            var root = await new RootKeyStore(database.Owner, known.RootKey, TimeProvider.System, output.WriteLine).Find(stop)
                ?? throw new InstallationException("This installation has no root key yet.", "Start it once.");
            return await AuditCommandLine.Export(database, root, slug, file, output, stop);
        }, stop);
    }

    /// <summary>Takes an option that only this verb knows out of the words.</summary>
    static (string? Value, IReadOnlyList<string> Others) Take(string option, IReadOnlyList<string> words)
    {
        var at = words.ToList().IndexOf(option);
        if (at < 0)
            return (null, words);
        return at + 1 < words.Count
            ? (words[at + 1], [.. words.Take(at), .. words.Skip(at + 2)])
            : throw new InstallationException($"The option {option} needs a value.", "./helios help lists the options.") { ExitCode = 2 };
    }
}
