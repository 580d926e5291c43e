using System.Globalization;
using Helios.Kernel.Live;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Microsoft.Extensions.Caching.Memory;

namespace Helios.Core.Views;

/// <summary>
/// The counts of pinned views, kept in memory: pages show what is known and send no statement for it. A count holds until something
/// happens in the organization, and where something happens all the time for two seconds.
/// </summary>
public sealed class ViewCounts(OrganizationChanges changes, TimeProvider time) : IDisposable
{
    /// <summary>Counts of so many people's views; a few bytes each.</summary>
    const int Most = 20_000;

    /// <summary>Filters may speak of time, which passes though nothing happens.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);

    readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The last known count of a view, and whether it still holds; null where nobody counted yet.</summary>
    public (ListCount Count, bool IsFresh)? Peek(Scope scope, ViewRow view) =>
        kept.TryGetValue(KeyOf(scope, view), out Kept? found) ? (found!.Count, IsFresh(found, scope.OrganizationId)) : null;

    /// <summary>The count of a view for this actor; asked when the kept one does not hold any more.</summary>
    public async Task<ListCount?> Count(Scope scope, ViewRow view, Func<ViewRow, Task<ListCount?>> ask)
    {
        if (Peek(scope, view) is (var known, true))
            return known;
        // Read before the question is asked: what is committed meanwhile makes the count old at once.
        var happened = changes.Count(scope.OrganizationId);
        if (await ask(view) is not { } count)
            return null;
        kept.Set(KeyOf(scope, view), new Kept(count, time.GetTimestamp(), happened), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) });
        return count;
    }

    /// <summary>Names the state of an organization: another one when something happened.</summary>
    public string Mark(Guid organization) => (changes.Count(organization) ?? time.GetTimestamp()).ToString(CultureInfo.InvariantCulture);

    public void Dispose() => kept.Dispose();

    static (Guid, Guid?, string, string) KeyOf(Scope scope, ViewRow view) => (scope.OrganizationId, scope.Actor.AccountId, scope.Actor.Role, $"{view.Kind} {view.Filter}");

    bool IsFresh(Kept found, Guid organization)
    {
        var age = time.GetElapsedTime(found.At);
        return age < Shortest || (age < Longest && found.Happened is { } happened && happened == changes.Count(organization));
    }

    sealed record Kept(ListCount Count, long At, long? Happened);
}
