using Helios.Kernel.Installations;

namespace Helios.Server.Modules;

/// <summary>Puts modules in order, those that others need first, and refuses what cannot run: before anything of them is loaded.</summary>
public static class ModuleOrder
{
    /// <summary>The modules in order.</summary>
    /// <param name="modules">All but core.</param>
    /// <param name="core">The version of core that they run on.</param>
    /// <exception cref="InstallationException">One needs another core, one that is absent or of another version, or they need each other.</exception>
    public static IReadOnlyList<ModuleManifest> Of(IReadOnlyList<ModuleManifest> modules, Version core)
    {
        var left = modules.OrderBy(module => module.Id, StringComparer.Ordinal).ToList();
        foreach (var module in left)
            Check(module, left, core);
        List<ModuleManifest> ordered = [];
        while (left.Count > 0)
        {
            var next = left.Find(module => module.Requires.All(needed => ordered.Exists(done => done.Id == needed.Id)))
                ?? throw new InstallationException($"The modules {string.Join(", ", left.Select(module => module.Id))} need each other in a circle.", "Remove one of them.");
            ordered.Add(next);
            left.Remove(next);
        }

        return ordered;
    }

    static void Check(ModuleManifest module, List<ModuleManifest> all, Version core)
    {
        if (all.Count(other => other.Id == module.Id) > 1)
            throw new InstallationException($"The module {module.Id} is installed twice.", "Remove one of the two folders.");
        if (!module.Core.Holds(core))
            throw new InstallationException(
                $"The module {module.Id} {module.Version} runs on core {module.Core}; this is core {core.ToString(3)}.",
                module.Core.IsBelow(core) ? "Update Helios, or install an older version of the module." : "Install a newer version of the module.");
        foreach (var needed in module.Requires)
        {
            var there = all.Find(other => other.Id == needed.Id)
                ?? throw new InstallationException($"The module {module.Id} needs the module {needed.Id}, which is not installed.", $"Install {needed.Id}, or remove {module.Id}.");
            if (!needed.Range.Holds(there.Version))
                throw new InstallationException(
                    $"The module {module.Id} {module.Version} needs the module {needed.Id} in version {needed.Range}; installed is {there.Version}.",
                    $"Install a version of {needed.Id} that fits, or another one of {module.Id}.");
        }
    }
}
