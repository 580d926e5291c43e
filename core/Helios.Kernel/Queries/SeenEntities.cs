using System.Collections.Concurrent;
using Helios.Kernel.Entities;

namespace Helios.Kernel.Queries;

/// <summary>
/// What the queries of one request looked up, so that a page that asks six things about a ticket reads the ticket once.
/// It serves one actor, and whoever keeps it begins anew when a command ran.
/// </summary>
public sealed class SeenEntities
{
    readonly ConcurrentDictionary<string, Entity> byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The entity of a type with this key or id, where the actor was shown it before.</summary>
    internal Entity? Called(Type type, string name) => byName.TryGetValue(name, out var entity) && type.IsInstanceOfType(entity) ? entity : null;

    /// <summary>Keeps what the actor may see.</summary>
    internal void Keep(Entity entity)
    {
        byName[entity.Id.ToString()] = entity;
        byName[entity.Key] = entity;
    }
}
