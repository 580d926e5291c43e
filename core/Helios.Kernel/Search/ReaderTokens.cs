using Helios.Kernel.Entities;
using Helios.Kernel.Scopes;

namespace Helios.Kernel.Search;

/// <summary>What an actor sees across kinds: what all staff read, and the rows whose readers name him.</summary>
public static class ReaderTokens
{
    /// <summary>The tokens by which rows name this actor as a reader; none for Helios itself and for guests.</summary>
    public static string[] Of(Actor actor) => actor.UserId is { } user ? [$"user:{user}"] : [];

    /// <summary>The projections that this actor may see: for look-ups of known rows. Lists of a kind ask the kind.</summary>
    public static IQueryable<EntityRow> VisibleTo(this IQueryable<EntityRow> rows, Actor actor)
    {
        var tokens = Of(actor);
        var token = tokens.Length > 0 ? tokens[0] : null;
        return (actor.IsStaff, token) switch
        {
            (true, null) => rows.Where(row => row.StaffReadable),
            (true, _) => rows.Where(row => row.StaffReadable || row.Readers.Contains(token)),
            (false, null) => rows.Where(row => false),
            _ => rows.Where(row => row.Readers.Contains(token)),
        };
    }
}
