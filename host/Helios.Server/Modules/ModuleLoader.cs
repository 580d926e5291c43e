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

    /// <summary>The packages in the folders below this one; none where the folder does not exist. Loads nothing.</summary>
    /// <exception cref="InstallationException">One of them is no package.</exception>
    public static IReadOnlyList<ModulePackage> Packages(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(Path.GetFullPath(folder)).Where(one => !Path.GetFileName(one).StartsWith('.')).Order(StringComparer.Ordinal).Select(ModulePackage.Read)]
        : [];

    /// <summary>The modules in the folders below this one, those that others need first.</summary>
    /// <exception cref="InstallationException">One of them cannot run here; the text names it and the way out.</exception>
    public static IReadOnlyList<Module> Load(string folder)
    {
        var found = Packages(folder);
        var ordered = ModuleOrder.Of([.. found.Select(package => package.Manifest)], new CoreModule().Version);
        var loader = new ModuleLoader(found);
        AssemblyLoadContext.Default.Resolving += loader.Resolve;
        return [.. ordered.Select(manifest => Open(found.Single(package => package.Manifest == manifest)))];
    }

    static Module Open(ModulePackage package)
    {
        try
        {
            var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(package.Main);
            var types = assembly.GetExportedTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(Module))).ToList();
            return types is [var only]
                ? Same(package, (Module)Activator.CreateInstance(only)!)
                : throw new InstallationException($"{package.Name} declares {types.Count} modules, and a package holds one.", "Install the module again.");
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or BadImageFormatException or TypeLoadException or MissingMemberException or TargetInvocationException)
        {
            throw new InstallationException(
                $"The module {package.Manifest.Id} {package.Manifest.Version} does not fit this server: {(e.InnerException ?? e).Message}",
                "Install the version of the module that was made for this version of Helios.",
                e);
        }
    }

    // The manifest decides before loading; what it says must be true of what was loaded.
    static Module Same(ModulePackage package, Module module)
    {
        var says = package.Manifest;
        var isSame = module.Id == says.Id && module.Version.ToString(3) == says.Version.ToString(3)
            && module.Requires.ToHashSet(StringComparer.Ordinal).SetEquals(says.Requires.Select(needed => needed.Id));
        return isSame ? module : throw new InstallationException(
            $"The package {package.Name} says that it is {says.Id} {says.Version}, and holds {module.Id} {module.Version.ToString(3)}, or they need other modules.",
            "Install the module again: its files belong to different versions.");
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
