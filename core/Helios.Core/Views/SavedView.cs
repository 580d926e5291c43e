using Helios.Kernel.Entities;

namespace Helios.Core.Views;

/// <summary>A view of a list that somebody keeps: filter, order, columns and layout, for himself or shared.</summary>
/// <remarks>It is no entity: it has no page of its own, and what it shows is the list's. A deleted one stays, so that it can be restored.</remarks>
public sealed class SavedView : IOwned, ISetting
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 80;

    public Guid OrganizationId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The kind whose list it shows.</summary>
    public required string Kind { get; init; }

    public required string Name { get; set; }

    public required string Filter { get; set; }

    /// <summary>The sort key; null for the list's own order.</summary>
    public string? Sort { get; set; }

    /// <summary>The columns in order; empty for those that the list shows by itself.</summary>
    public required string[] Columns { get; set; }

    /// <summary><c>table</c> or <c>board</c>.</summary>
    public required string Layout { get; set; }

    /// <summary>One of <see cref="ViewAudience"/>.</summary>
    public required string Audience { get; set; }

    /// <summary>The account that made it.</summary>
    public required Guid AccountId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>The name by which places and addresses call it, as they call a stock view by its own.</summary>
    public string Text => Id.ToString();

    /// <summary>Whether this account made it.</summary>
    public bool IsMine(Guid? account) => AccountId == account;
}
