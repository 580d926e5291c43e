using System.Reflection;
using Helios.Kernel.Installations;

namespace Helios.Server.Modules;

/// <summary>
/// Which file of all packages serves each assembly. There is one load context, so the first found would win and another module
/// would fail later: the highest within a major version is taken, and two major versions are refused by name.
/// </summary>
public static class Dependencies
{
    /// <summary>Name of an assembly to the file that serves it; what the server has itself is not among them.</summary>
    /// <param name="packages">All packages.</param>
    /// <param name="ofServer">The version that the server brings, or null.</param>
    public static Dictionary<string, string> Choose(IReadOnlyList<ModulePackage> packages, Func<string, Version?> ofServer)
    {
        var chosen = new Dictionary<string, (ModulePackage Package, Version Version, string File)>(StringComparer.OrdinalIgnoreCase);
        foreach (var package in packages)
        {
            foreach (var (name, file) in package.Assemblies)
            {
                var version = name.Version ?? new Version(0, 0);
                if (ofServer(name.Name!) is { } served)
                    CompareWithServer(package, name, version, served);
                else if (!chosen.TryGetValue(name.Name!, out var other))
                    chosen[name.Name!] = (package, version, file);
                else if (other.Version.Major != version.Major)
                    throw Refused($"{other.Package.Name} brings {name.Name} {other.Version} and {package.Name} brings {version}.");
                else if (other.Version < version)
                    chosen[name.Name!] = (package, version, file);
            }
        }

        return chosen.ToDictionary(one => one.Key, one => one.Value.File, StringComparer.OrdinalIgnoreCase);
    }

    static void CompareWithServer(ModulePackage package, AssemblyName name, Version version, Version served)
    {
        if (served.Major != version.Major || served < version)
            throw Refused($"{package.Name} brings {name.Name} {version} and the server has {served}.");
    }

    static InstallationException Refused(string what) =>
        new($"Two versions do not go together: {what}", "Install versions of these modules that were made for the same version of Helios.");
}
