using Helios.Kernel.Installations;

namespace Helios.Server.Running;

/// <summary>The data folder of the sample organization: a folder of its own, marked by a file, and never one with real data.</summary>
sealed class SampleFolder
{
    const string Mark = "sample";
    const string Making = "making";
    const string Ready = "ready";

    // What Installation makes in a data folder; nothing else is ever deleted.
    static readonly string[] Contents = ["pg18", "files", Mark];
    readonly string folder;

    SampleFolder(string folder) => this.folder = folder;

    /// <summary>Whether the sample is there, whole.</summary>
    public bool IsReady => Read(folder) == Ready;

    /// <summary>Whether a folder holds the sample.</summary>
    public static bool Is(string folder) => Read(folder) is not null;

    /// <summary>The settings with the sample's own folder, where no other was named.</summary>
    public static HeliosSettings Settings(HeliosSettings settings) => settings.IsDataFolderNamed ? settings : settings with { DataFolder = settings.DataFolder + "-sample" };

    /// <summary>Readies the folder: what a start that was cut off left is deleted.</summary>
    /// <exception cref="InstallationException">It holds real data, or the database is not Helios's own.</exception>
    public static SampleFolder Open(HeliosSettings settings)
    {
        if (settings.OwnServer is not null)
            throw new InstallationException("The sample organization needs a database of its own, and HELIOS_DATABASE names one that may hold real data.", "Start it without HELIOS_DATABASE and HELIOS_DATABASE_OWNER.") { ExitCode = 2 };
        // Whoever holds the folder may be in the middle of making it.
        using var held = DataFolderLock.Take(settings.DataFolder);
        var sample = new SampleFolder(held.Folder);
        if (!Is(held.Folder) && Directory.EnumerateDirectories(held.Folder).Any())
            throw new InstallationException(
                $"The data folder {held.Folder} holds an installation that is no sample, and nothing is mixed into it.", "Leave --data out, or name an empty folder for the sample. Without --sample this one starts as always.")
            { ExitCode = 2 };
        if (!sample.IsReady)
        {
            sample.Empty();
            File.WriteAllText(Path.Combine(held.Folder, Mark), Making);
        }

        return sample;
    }

    /// <summary>From now on the sample is whole.</summary>
    public void Complete() => File.WriteAllText(Path.Combine(folder, Mark), Ready);

    /// <summary>Deletes all of it; the server and its database must have ended.</summary>
    public static void Remove(string folder)
    {
        using var held = DataFolderLock.Take(folder);
        new SampleFolder(held.Folder).Empty();
    }

    void Empty()
    {
        foreach (var name in Contents)
            if (Path.Combine(folder, name) is var path && Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            else
                File.Delete(path);
    }

    static string? Read(string folder) => Path.Combine(folder, Mark) is var file && File.Exists(file) ? File.ReadAllText(file).Trim() : null;
}
