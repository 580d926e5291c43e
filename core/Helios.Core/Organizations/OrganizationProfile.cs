using Helios.Kernel.CustomFields;
using Helios.Kernel.Labeling;

namespace Helios.Core.Organizations;

/// <summary>What an organization made its own.</summary>
/// <param name="Labels">What it calls kinds and places.</param>
/// <param name="CustomFields">The fields that it added to kinds.</param>
public sealed record OrganizationProfile(Labels Labels, CustomFieldCatalog CustomFields);
