using System.Reflection;
using System.Reflection.Emit;

namespace Helios.Tests.Modules;

/// <summary>A folder of module packages for one test: the real ones as they were built, and small ones that are broken in one way.</summary>
sealed class Packages : IDisposable
{
    public const string Test = "Helios.TestModule";
    public const string Itsm = "Helios.Itsm";

    public string Folder { get; } = Directory.CreateTempSubdirectory("helios-modules-").FullName;

    /// <summary>Installs what a project was built to.</summary>
    public Packages Install(string name, string? folder = null)
    {
        var built = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", name, Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))));
        foreach (var file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, folder ?? name, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return this;
    }

    /// <summary>Changes the manifest of an installed one.</summary>
    public Packages Says(string name, string was, string becomes)
    {
        var path = Path.Combine(Folder, name, "module.json");
        var text = File.ReadAllText(path);
        if (!text.Contains(was, StringComparison.Ordinal))
            throw new InvalidOperationException($"The manifest does not say {was}: {text}");
        File.WriteAllText(path, text.Replace(was, becomes, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Writes a file into a package.</summary>
    public Packages Put(string name, string file, string content)
    {
        Directory.CreateDirectory(Path.Combine(Folder, name));
        File.WriteAllText(Path.Combine(Folder, name, file), content);
        return this;
    }

    /// <summary>Puts an empty assembly of this version into a package, as a dependency that it brings.</summary>
    public Packages Brings(string name, string dependency, string version)
    {
        Directory.CreateDirectory(Path.Combine(Folder, name));
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(dependency) { Version = Version.Parse(version) }, typeof(object).Assembly);
        assembly.DefineDynamicModule(dependency);
        assembly.Save(Path.Combine(Folder, name, dependency + ".dll"));
        return this;
    }

    /// <summary>A package that holds no module class.</summary>
    public Packages Hollow(string name, string id) =>
        Put(name, "module.json", $$"""{ "id": "{{id}}", "version": "0.1.0", "core": { "from": "0.1", "until": "1.0" }, "requires": [] }""").Brings(name, name, "0.1.0.0");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
