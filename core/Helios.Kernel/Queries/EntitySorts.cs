using Helios.Kernel.Entities;
using Helios.Kernel.Filtering;

namespace Helios.Kernel.Queries;

/// <summary>The sort keys that every kind can have.</summary>
public static class EntitySorts
{
    /// <summary>Adds the key <c>key</c>, in the order of the numbers: T-9 stands before T-10. The table has an index <c>(organization_id, number, id)</c>.</summary>
    public static SortKeys<T> ByKey<T>(this SortKeys<T> keys)
        where T : Entity =>
        keys.By("key", EntityFields.Column<T, long>(nameof(Entity.Number)));
}
