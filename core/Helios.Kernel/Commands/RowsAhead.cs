using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Commands;

/// <summary>What a series has read of entities, so that none of its commands asks for the same one again.</summary>
sealed class RowsAhead
{
    readonly Dictionary<(string Kind, string Name), Guid> ids = [];
    readonly Dictionary<Guid, (Entity Row, bool IsLocked)> rows = [];

    readonly Dictionary<Type, object> kept = [];

    /// <summary>Keeps what was looked up for all commands.</summary>
    public void Keep<T>(T lookedUp)
        where T : class => kept[typeof(T)] = lookedUp;

    /// <summary>What was kept of this type.</summary>
    public T? Kept<T>()
        where T : class => kept.GetValueOrDefault(typeof(T)) as T;

    /// <summary>The entity as the last command left it, tracked by the one that asks; null where it has to be read.</summary>
    /// <param name="db">The series' database.</param>
    /// <param name="kind">The kind's name.</param>
    /// <param name="text">Its id or key.</param>
    /// <param name="forUpdate">Whether it has to be locked.</param>
    public Entity? Get(HeliosDb db, string kind, string text, bool forUpdate)
    {
        if (!ids.TryGetValue((kind, text), out var id) || !rows.TryGetValue(id, out var known) || (forUpdate && !known.IsLocked))
            return null;
        if (db.ChangeTracker.Entries<Entity>().FirstOrDefault(entry => entry.Entity.Id == id) is { } tracked)
            return tracked.Entity;
        db.Attach(known.Row);
        return known.Row;
    }

    /// <summary>The kind of an entity that was read.</summary>
    public Type? KindOf(Guid id) => rows.TryGetValue(id, out var known) ? known.Row.GetType() : null;

    /// <summary>Keeps an entity that the actor may see.</summary>
    public void Put(string kind, Entity row, bool isLocked)
    {
        ids[(kind, row.Id.ToString())] = row.Id;
        ids[(kind, row.Key)] = row.Id;
        rows[row.Id] = (row, isLocked || (rows.TryGetValue(row.Id, out var known) && known.IsLocked));
    }

    /// <summary>Forgets what a command is about to remove.</summary>
    public void Saving(HeliosDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<Entity>().Where(entry => entry.State is EntityState.Deleted))
            rows.Remove(entry.Entity.Id);
    }

    /// <summary>Takes what a command left over from those that it read itself.</summary>
    public void Saved(HeliosDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<Entity>())
            if (rows.TryGetValue(entry.Entity.Id, out var known) && !ReferenceEquals(known.Row, entry.Entity))
                rows[entry.Entity.Id] = (entry.Entity, known.IsLocked);
    }
}
