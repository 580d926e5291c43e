using System.Reflection;
using System.Runtime.Loader;
using Helios.Core;
using Helios.Kernel.Installations;
using Module = Helios.Kernel.Modules.Module;

namespace Helios.Server.Modules;

/// <summary>Loads the modules of an installation at start, into the default load context. The server refers to none of them.</summary>
public sealed class ModuleLoader
{
    readonly IReadOnlyList<ModulePackage> packages;
    readonly Dictionary<string, string> files;

    ModuleLoader(IReadOnlyList<ModulePackage> packages)
    {
        this.packages = packages;
        files = Dependencies.Choose(packages, VersionOfServer);
    }

    /// <summary>The modules in the folders below this one, those that others need first; none where the folder does not exist.</summary>
    /// <exception cref="InstallationException">One of them cannot run here; the text names it and the way out.</exception>
    public static IReadOnlyList<Module> Load(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        var loader = new ModuleLoader([.. Directory.EnumerateDirectories(Path.GetFullPath(folder)).Order(StringComparer.Ordinal).Select(ModulePackage.Read)]);
        AssemblyLoadContext.Default.Resolving += loader.Resolve;
        return ModuleOrder.Of([.. loader.packages.Select(loader.Open)], new CoreModule().Version);
    }

    Module Open(ModulePackage package)
    {
        if (package.Main is null)
            throw new InstallationException($"The folder {package.Path} holds no module: {package.Name}.dll is missing in it.", "Install the module again, or remove the folder.");
        try
        {
            var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(files.GetValueOrDefault(package.Name, package.Main));
            var types = assembly.GetExportedTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(Module))).ToList();
            return types is [var only]
                ? (Module)Activator.CreateInstance(only)!
                : throw new InstallationException($"{package.Name} declares {types.Count} modules, and a package holds one.", "Install the module again.");
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or BadImageFormatException or TypeLoadException or MissingMethodException)
        {
            throw new InstallationException($"The module {package.Name} does not fit this server: {e.Message}", "Install the version of the module that was made for this version of Helios.", e);
        }
    }

    /// <summary>Finds what modules need besides the server: their dependencies, and texts in other languages.</summary>
    Assembly? Resolve(AssemblyLoadContext context, AssemblyName wanted)
    {
        if (wanted.CultureName is { Length: > 0 } culture)
            return packages.Select(package => Path.Combine(package.Path, culture, wanted.Name + ".dll")).FirstOrDefault(File.Exists) is { } texts
                ? context.LoadFromAssemblyPath(texts)
                : null;
        return files.TryGetValue(wanted.Name!, out var file) ? context.LoadFromAssemblyPath(file) : null;
    }

    /// <summary>The version of an assembly that the server or the framework brings.</summary>
    static Version? VersionOfServer(string name)
    {
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator);
        var file = Array.Find(trusted, path => Path.GetFileNameWithoutExtension(path).Equals(name, StringComparison.OrdinalIgnoreCase));
        return file is null ? null : AssemblyName.GetAssemblyName(file).Version;
    }
}
