using Helios.Kernel.Modules;
using Helios.Kernel.Problems;

namespace Helios.Core.Organizations;

/// <summary>Modules that stand on others.</summary>
static class ModuleNeeds
{
    /// <summary>Why a module cannot be switched: one that it needs is off, or one that needs it is on. Null when it can.</summary>
    public static Problem? Refuse(Registry registry, Module module, bool on, IReadOnlySet<string> off) => registry.Modules.FirstOrDefault(other => on
        ? module.Requires.Contains(other.Id, StringComparer.Ordinal) && off.Contains(other.Id)
        : other.Requires.Contains(module.Id, StringComparer.Ordinal) && !off.Contains(other.Id)) is { } other
        ? Problem.Conflict("modules.switch.dependency", on
            ? $"{module.Name} needs {other.Name}, which is off. Switch {other.Name} on first."
            : $"{other.Name} needs {module.Name}. Switch {other.Name} off first.")
        : null;
}
