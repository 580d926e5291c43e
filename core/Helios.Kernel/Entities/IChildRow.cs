namespace Helios.Kernel.Entities;

/// <summary>A row that is part of an entity without a page of its own (a comment, a link, a tag). Its changes are told in the entity's events.</summary>
public interface IChildRow : IOwned
{
    /// <summary>The entity the row belongs to.</summary>
    Guid EntityId { get; }

    /// <summary>A second entity whose events tell the change too (the other end of a link), or null.</summary>
    Guid? AlsoEntityId => null;
}
