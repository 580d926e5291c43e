using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Comments;

/// <summary>Finds the <see cref="CommentReaders"/> of a kind.</summary>
static class CommentReadersOfKind
{
    /// <summary>Whether comments on the kind are never for anybody but staff.</summary>
    public static bool HasStaffNotes(this Registry registry, string kind) =>
        registry.Contributions<StaffNotes>().Any(notes => string.Equals(notes.Value.Kind, kind, StringComparison.Ordinal));

    /// <summary>Who can read what this actor writes on the kind.</summary>
    public static CommentReaders ReadersOf(this Registry registry, KindDeclaration kind, Actor actor) => (actor.IsStaff, registry.HasStaffNotes(kind.Name)) switch
    {
        (false, true) => CommentReaders.None,
        (false, false) => CommentReaders.Everybody,
        (true, true) => CommentReaders.Notes,
        _ => kind.HasOwnReaders ? CommentReaders.Chosen : CommentReaders.Team,
    };
}
