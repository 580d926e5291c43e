namespace Helios.Kernel.Entities;

/// <summary>A row that belongs to one organization. The context sets and checks the owner; row-level security stands behind.</summary>
public interface IOwned
{
    /// <summary>The organization that owns the row; set by the context from the scope.</summary>
    Guid OrganizationId { get; set; }
}
