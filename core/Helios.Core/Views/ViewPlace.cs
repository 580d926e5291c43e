using Helios.Kernel.Entities;

namespace Helios.Core.Views;

/// <summary>Where one person has a view: its place among the tabs, whether it is pinned to the side bar, whether the list opens with it.</summary>
public sealed class ViewPlace : IOwned, ISetting
{
    public Guid OrganizationId { get; set; }

    public required Guid AccountId { get; init; }

    public required string Kind { get; init; }

    /// <summary>The name of a stock view, or the id of a saved one.</summary>
    public required string View { get; init; }

    /// <summary>Smaller stands first; null where the person never moved it.</summary>
    public int? Position { get; set; }

    public bool IsPinned { get; set; }

    public bool IsDefault { get; set; }
}
