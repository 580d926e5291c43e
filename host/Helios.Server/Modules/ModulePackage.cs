using System.Reflection;
using Helios.Kernel.Installations;

namespace Helios.Server.Modules;

/// <summary>A module as it is installed: a folder with the name of its assembly, which holds it, what it needs besides the server, and its manifest.</summary>
/// <param name="Name">The folder's and assembly's name, such as <c>Helios.Itsm</c>.</param>
/// <param name="Path">The folder.</param>
/// <param name="Manifest">What it says of itself.</param>
/// <param name="Assemblies">Every .NET assembly in it, with its file.</param>
public sealed record ModulePackage(string Name, string Path, ModuleManifest Manifest, IReadOnlyList<(AssemblyName Name, string File)> Assemblies)
{
    /// <summary>The module's own assembly.</summary>
    public string Main => Assemblies.Where(one => one.Name.Name == Name).Select(one => one.File).First();

    /// <summary>Reads what a folder holds, without loading it.</summary>
    /// <exception cref="InstallationException">It is no package.</exception>
    public static ModulePackage Read(string folder)
    {
        var name = System.IO.Path.GetFileName(folder);
        var manifest = ModuleManifest.Read(folder);
        List<(AssemblyName, string)> assemblies =
            [.. Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal).Select(file => (NameOf(file)!, file)).Where(one => one.Item1 is not null)];
        if (!assemblies.Exists(one => one.Item1.Name == name))
            throw new InstallationException($"The module {manifest.Id} is broken: {name}.dll in {folder} is missing or damaged.", "Install the module again, or remove the folder.");
        return new ModulePackage(name, folder, manifest, assemblies);
    }

    // A native library beside the assemblies is none of this loader's business.
    static AssemblyName? NameOf(string file)
    {
        try
        {
            return AssemblyName.GetAssemblyName(file);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
