using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;

namespace Helios.Kernel.Filtering;

/// <summary>What the words of a filter mean right now: who “me” is, when “today” is.</summary>
/// <param name="Actor">Who filters; fields that are for staff do not exist for others.</param>
/// <param name="Now">The time that ages and relative days count from.</param>
/// <param name="Zone">The zone in which days begin: the viewer's at a door, the organization's in jobs.</param>
public sealed record FilterContext(Actor Actor, DateTimeOffset Now, TimeZoneInfo Zone)
{
    /// <summary>The context that conditions of a feature look into for other tables; null where there is none.</summary>
    public HeliosDb? Db { get; init; }

    /// <summary>The person that <c>me</c> stands for, or null when the actor is no person of this organization.</summary>
    public Guid? Me => Actor.UserId;

    /// <summary>The references of the filter that were resolved, by kind and text.</summary>
    public IReadOnlyDictionary<(string Kind, string Text), Guid> Known { get; init; } = new Dictionary<(string, string), Guid>();

    /// <summary>The fields that the organization added to kinds.</summary>
    public CustomFieldCatalog CustomFields { get; init; } = CustomFieldCatalog.Empty;

    /// <summary>
    /// Up to so many matches of a custom field are named in the list's statement; more are found by walking the list. At a million rows
    /// naming 5,000 costs what walking to 50 of them costs.
    /// </summary>
    public int MostNamed { get; init; } = 5000;

    /// <summary>What the conditions on custom fields mean, as far as they were looked up.</summary>
    internal IReadOnlyDictionary<FilterCondition, CustomFieldMatch> Matches { get; init; } = new Dictionary<FilterCondition, CustomFieldMatch>();

    /// <summary>The context of a query.</summary>
    public static FilterContext Of(QueryContext query, HeliosDb db) => new(query.Scope.Actor, query.Now, query.Scope.Zone)
    {
        Db = db,
        CustomFields = query.Scope.Organization?.CustomFields ?? CustomFieldCatalog.Empty,
    };
}
