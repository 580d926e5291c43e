using Helios.Kernel.Installations;
using Helios.Kernel.Modules;

namespace Helios.Server.Modules;

/// <summary>Puts modules in order, those that others need first, and refuses what cannot run.</summary>
public static class ModuleOrder
{
    /// <summary>The modules in order.</summary>
    /// <param name="modules">All but core.</param>
    /// <param name="core">The version of core that they run on.</param>
    /// <exception cref="InstallationException">One needs another core, one that is absent, or they need each other.</exception>
    public static IReadOnlyList<Module> Of(IReadOnlyList<Module> modules, Version core)
    {
        var left = modules.OrderBy(module => module.Id, StringComparer.Ordinal).ToList();
        foreach (var module in left)
            Check(module, left, core);
        List<Module> ordered = [];
        while (left.Count > 0)
        {
            var next = left.Find(module => module.Requires.All(needed => ordered.Exists(done => done.Id == needed)))
                ?? throw new InstallationException($"The modules {string.Join(", ", left.Select(module => module.Id))} need each other in a circle.", "Remove one of them.");
            ordered.Add(next);
            left.Remove(next);
        }

        return ordered;
    }

    static void Check(Module module, List<Module> all, Version core)
    {
        if (all.Count(other => other.Id == module.Id) > 1)
            throw new InstallationException($"The module {module.Id} is installed twice.", "Remove one of the two folders.");
        if (core < module.CoreFrom || core >= module.CoreUntil)
            throw new InstallationException(
                $"The module {module.Name} {module.Version.ToString(3)} runs on core {module.CoreFrom} and later, before {module.CoreUntil}; this is core {core.ToString(3)}.",
                core < module.CoreFrom ? "Update Helios, or install an older version of the module." : "Install a newer version of the module.");
        if (module.Requires.FirstOrDefault(needed => !all.Exists(other => other.Id == needed)) is { } missing)
            throw new InstallationException($"The module {module.Name} needs the module {missing}, which is not installed.", $"Install {missing}, or remove {module.Id}.");
    }
}
