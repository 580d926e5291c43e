using Helios.Kernel.Entities;
using Helios.Kernel.Labeling;
using Helios.Kernel.Modules;

namespace Helios.Core.Bulk;

/// <summary>What bulk changes are called.</summary>
static class BulkWords
{
    const string UndoOf = "Undo: ";

    /// <summary>“Assign tickets”: by the act that offers the command, else by the command's own name.</summary>
    public static string NameOf(Registry registry, Labels labels, string command, KindDeclaration kind)
    {
        var act = registry.Contributions<BulkAct>().Select(known => known.Value).FirstOrDefault(known => known.Command == command && known.IsFor(kind.Name));
        return $"{labels.Fill(act?.Label ?? command)} · {labels.Kind(kind.Name).ManyInText}";
    }

    /// <summary>The name of the one that takes another back.</summary>
    public static string Undo(string name) =>
        name.StartsWith(UndoOf, StringComparison.Ordinal) ? "Again: " + name[UndoOf.Length..] : UndoOf + name;
}
