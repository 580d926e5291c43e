using Helios.Kernel.Entities;
using Helios.Kernel.Modules;

namespace Helios.Tests.Growing;

/// <summary>The kinds whose records somebody keeps: on their pages people comment, and modules add what they know.</summary>
static class KeptRecords
{
    /// <summary>Kinds that are none, and why.</summary>
    static readonly Dictionary<string, string> Apart = new(StringComparer.Ordinal)
    {
        ["bulk"] = "It is one act on many records, not a record that anybody keeps.",
        ["field"] = "It is itself the definition of a field.",
        ["import"] = "It is one act on many records, not a record that anybody keeps.",
    };

    public static IEnumerable<KindDeclaration> Of(Registry registry) => registry.Kinds.Where(kind => !Apart.ContainsKey(kind.Name));
}
