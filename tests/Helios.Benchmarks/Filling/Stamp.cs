using System.Security.Cryptography;
using System.Text;
using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Installations;

namespace Helios.Benchmarks.Filling;

/// <summary>Says with what a data folder was filled, so that it can be used again.</summary>
sealed class Stamp(BenchOptions options, IReadOnlyList<MigrationSource> schema)
{
    /// <summary>Counts up when the filler fills otherwise than before.</summary>
    const int Filler = 3;

    const string Unfinished = "unfinished";

    readonly string path = Path.Combine(options.Folder, "bench-stamp.txt");

    /// <summary>Whether the folder holds what is asked for.</summary>
    public bool Fits => File.Exists(path) && File.ReadAllText(path) == Text;

    /// <summary>Makes an empty data folder; one that this program has not filled is left alone.</summary>
    /// <exception cref="InstallationException">The folder holds something else.</exception>
    public void Begin()
    {
        if (Directory.Exists(options.Folder) && Directory.EnumerateFileSystemEntries(options.Folder).Any())
        {
            if (!File.Exists(path))
                throw new InstallationException($"The folder {options.Folder} holds something that the benchmark has not filled.", "Name another one with --data.");
            Remove();
        }

        Directory.CreateDirectory(options.Folder);
        File.WriteAllText(path, Unfinished);
    }

    public void Finish() => File.WriteAllText(path, Text);

    public void Remove()
    {
        Directory.Delete(options.Folder, recursive: true);
        File.Delete(options.RootKey);
    }

    string Text
    {
        get
        {
            var steps = string.Concat(schema.SelectMany(source => source.Files.Select(file => source.Module + file.FileName + file.Checksum)));
            var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(steps)));
            return FormattableString.Invariant($"filler {Filler} tickets {options.Tickets} people {options.People} organizations {options.Organizations} schema {mark}\n");
        }
    }
}
