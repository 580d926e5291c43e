using System.Text;
using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Search;

namespace Helios.Core.Links;

/// <summary>What holds for relations that organizations add.</summary>
static class RelationTypeRules
{
    const string OneLine = "The wording is one line of plain text.";

    /// <summary>Refuses a wording that nobody could read or tell apart, and kinds that there are not.</summary>
    public static async Task<Problem?> Refuse(RelationType type, bool isNew, HeliosDb db, Registry registry, CommandContext context)
    {
        List<FieldProblem> wrong = [.. Wordings(type)];
        foreach (var (field, kinds) in new[] { ("fromKinds", type.FromKinds), ("toKinds", type.ToKinds) })
            if (Array.Find(kinds, kind => registry.Kind(kind) is null) is { } unknown)
                wrong.Add(new FieldProblem(field, $"There is no kind “{unknown}”. Take {string.Join(", ", registry.Kinds.Select(kind => kind.Name))}."));
        if (wrong.Count > 0)
            return Problem.Invalid(wrong);
        var others = await Relations.Usable(db, registry, context.Scope, context.Stop);
        return others.FirstOrDefault(other => (isNew || other.Name != type.Name) && Sounds(other.Forward, type.Forward) && Sounds(other.Backward, type.Backward)) is { } twin
            ? Problem.Conflict("relations.wording.taken", $"The relation “{twin.Forward}” / “{twin.Backward}” is there already. Use it, or give this one other words.")
            : null;
    }

    /// <summary>A name for links and the API: of the words where they are Latin, else a number that nobody has had.</summary>
    public static string NameOf(Guid id, string forward)
    {
        var name = new StringBuilder();
        foreach (var letter in Folding.Of(forward))
            name.Append(letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? letter : '_');
        var text = name.ToString().Trim('_');
        return text.Length is >= 2 and <= 40 && text[0] is >= 'a' and <= 'z' ? text : "relation_" + id.ToString("n")[^12..];
    }

    /// <summary>Tells a change on the page of whoever made it: relations have none of their own.</summary>
    public static Task Tell(this CommandContext context, HeliosDb db, string? old, RelationType type) =>
        context.TellOfActor(db, "relation_type.wording", old, Text(type));

    /// <summary>Both wordings, as events tell them.</summary>
    public static string Text(RelationType type) => $"{type.Forward} / {type.Backward}";

    static IEnumerable<FieldProblem> Wordings(RelationType type)
    {
        foreach (var (field, text) in new[] { ("forward", type.Forward), ("backward", type.Backward) })
            if (text.Length == 0 || text.Any(char.IsControl))
                yield return new FieldProblem(field, text.Length == 0 ? "Say it in a word or two, such as “depends on”." : OneLine);
    }

    static bool Sounds(string one, string other) => string.Equals(Folding.Of(one), Folding.Of(other), StringComparison.Ordinal);
}
