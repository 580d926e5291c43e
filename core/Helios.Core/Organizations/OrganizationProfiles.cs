using System.Collections.Concurrent;
using Helios.Core.CustomFields;
using Helios.Core.Labeling;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Labeling;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Organizations;

/// <summary>
/// Remembers on each node what organizations made their own. The stamp comes with the statement that finds the scope, so nothing is
/// asked unless something changed, and no node goes on with what another one changed. A trigger on each table of the profile changes the stamp (<c>helios_profile_changed</c>).
/// </summary>
public sealed class OrganizationProfiles(Registry registry, IDbContextFactory<HeliosDb> contexts)
{
    readonly ConcurrentDictionary<Guid, (Guid Stamp, OrganizationProfile Profile)> known = new();
    readonly OrganizationProfile stock = new(registry.StockLabels, CustomFieldCatalog.Empty);

    /// <summary>The organization with its fields and labels.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="stamp">The stamp that was read with it; null where nothing was changed.</param>
    /// <param name="stop">Ends when the caller has gone.</param>
    public async ValueTask<OrganizationScope> With(OrganizationScope organization, Guid? stamp, CancellationToken stop)
    {
        var profile = stamp is not { } current ? stock
            : known.TryGetValue(organization.Id, out var kept) && kept.Stamp == current ? kept.Profile
            : await Load(organization, current, stop);
        return organization with { Labels = profile.Labels, CustomFields = profile.CustomFields };
    }

    /// <summary>What is read now is at least as new as the stamp; whoever changed it since changed the stamp too.</summary>
    async Task<OrganizationProfile> Load(OrganizationScope organization, Guid stamp, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        db.Scope = new Scope(organization, Actor.System, Door.Start, "profile");
        var fields = await db.Set<CustomField>().AsNoTracking().OrderBy(field => field.Position).ThenBy(field => field.Id).ToListAsync(stop);
        var labels = await db.Set<OwnLabel>().AsNoTracking().ToListAsync(stop);
        var profile = new OrganizationProfile(
            Labels.Of(registry, labels.ToDictionary(label => label.Name, label => (label.One, label.Many), StringComparer.Ordinal)),
            new CustomFieldCatalog(fields.GroupBy(field => field.Kind, StringComparer.Ordinal)
                .Where(group => registry.Kind(group.Key) is not null)
                .ToDictionary(group => registry.Kind(group.Key)!.Type, group => new CustomFieldSet(group.Select(field => field.Definition())))));
        known[organization.Id] = (stamp, profile);
        return profile;
    }
}
