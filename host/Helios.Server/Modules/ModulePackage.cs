using System.Reflection;

namespace Helios.Server.Modules;

/// <summary>A module as it is installed: a folder with the name of its assembly, which holds it and what it needs besides the server.</summary>
/// <param name="Name">The folder's and assembly's name, such as <c>Helios.Itsm</c>.</param>
/// <param name="Path">The folder.</param>
/// <param name="Assemblies">Every .NET assembly in it, with its file.</param>
public sealed record ModulePackage(string Name, string Path, IReadOnlyList<(AssemblyName Name, string File)> Assemblies)
{
    /// <summary>The module's own assembly, or null where the folder lacks it.</summary>
    public string? Main => Assemblies.Where(one => one.Name.Name == Name).Select(one => one.File).FirstOrDefault();

    /// <summary>Reads what a folder holds, without loading it.</summary>
    public static ModulePackage Read(string folder) => new(
        System.IO.Path.GetFileName(folder),
        folder,
        [.. Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal).Select(file => (NameOf(file)!, file)).Where(one => one.Item1 is not null)]);

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
