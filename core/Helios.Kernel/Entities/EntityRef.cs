using System.Diagnostics.CodeAnalysis;

namespace Helios.Kernel.Entities;

/// <summary>
/// A reference to an entity in an input, by id or key. The pipeline resolves it through what the actor may see
/// before the handler runs, so a handler never meets one that is not allowed.
/// </summary>
/// <typeparam name="T">The kind's class, or <see cref="Entity"/> for any kind.</typeparam>
public sealed class EntityRef<T>(string text) : IEntityRef
    where T : Entity
{
    T? entity;

    /// <summary>What the caller wrote: an id or a key such as T-1042.</summary>
    public string Text { get; } = text;

    /// <summary>The resolved entity. Only a handler may ask: before that it is not known.</summary>
    public T Entity => entity ?? throw new InvalidOperationException($"The reference “{Text}” was not resolved: only pipelines resolve references.");

    Entity? IEntityRef.Resolved => entity;

    Type IEntityRef.EntityType => typeof(T);

    void IEntityRef.Resolve(Entity resolved) => entity = (T)resolved;

    [SuppressMessage("Usage", "CA2225", Justification = "The constructor is the named alternate.")]
    public static implicit operator EntityRef<T>(T entity) => new(entity.Id.ToString()) { entity = entity };

    public override string ToString() => Text;
}
