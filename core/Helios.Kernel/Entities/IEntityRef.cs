namespace Helios.Kernel.Entities;

/// <summary>The pipeline's view of an <see cref="EntityRef{T}"/>.</summary>
public interface IEntityRef
{
    string Text { get; }

    Type EntityType { get; }

    /// <summary>What it was resolved to; null before.</summary>
    internal Entity? Resolved { get; }

    internal void Resolve(Entity resolved);
}
