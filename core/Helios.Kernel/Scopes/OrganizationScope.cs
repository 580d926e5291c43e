using Helios.Kernel.CustomFields;
using Helios.Kernel.Labeling;

namespace Helios.Kernel.Scopes;

/// <summary>The organization that a piece of work runs in.</summary>
/// <param name="Id">Its id; row-level security compares every row with it.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name for people.</param>
public sealed record OrganizationScope(Guid Id, string Slug, string Name)
{
    /// <summary>The zone that relative dates mean in jobs and reports.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The fields that it added to kinds.</summary>
    public CustomFieldCatalog CustomFields { get; init; } = CustomFieldCatalog.Empty;

    /// <summary>What it calls kinds and places; null where nobody asked, which means the stock words.</summary>
    public Labels? Labels { get; init; }

    /// <summary>Modules that are switched off here; everything they add is hidden.</summary>
    public IReadOnlySet<string> ModulesOff { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
