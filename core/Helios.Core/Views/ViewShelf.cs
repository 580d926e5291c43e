using System.Collections.Concurrent;
using System.Globalization;
using Helios.Core.Views.Queries;
using Helios.Kernel.Live;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Microsoft.Extensions.Caching.Memory;

namespace Helios.Core.Views;

/// <summary>
/// The views and their counts that pages show, kept in memory: a page of a list sends no statement for them. What is kept
/// holds until something happens in the organization, which the live hub tells every node within a second.
/// </summary>
public sealed class ViewShelf(QueryPipeline queries, LiveHub hub, TimeProvider time) : IDisposable
{
    /// <summary>Entries, each of one person's views or of one count; a few kilobytes apiece.</summary>
    const int Most = 20_000;

    /// <summary>Without news, as where the hub has lost its connection.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Where something happens all the time, a count is still asked no oftener.</summary>
    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);

    readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Most });
    readonly ConcurrentDictionary<Guid, long> forgotten = new();

    /// <summary>The views that the actor sees, of every list.</summary>
    public async ValueTask<IReadOnlyList<ViewRow>> Views(Scope scope, CancellationToken stop)
    {
        var key = (scope.OrganizationId, scope.Actor.AccountId, scope.Actor.Role, "");
        if (kept.TryGetValue(key, out Kept<IReadOnlyList<ViewRow>>? found) && IsFresh(found!, scope.OrganizationId, atLeast: TimeSpan.Zero))
            return found!.Value;
        var mark = MarkOf(scope.OrganizationId);
        var views = (await queries.Ask(new ListViews(), scope, stop)).Value?.Items ?? [];
        Keep(key, views, mark);
        return views;
    }

    /// <summary>The last known count of a view, and whether it still holds; null where nobody counted yet.</summary>
    public (ListCount Count, bool IsFresh)? Peek(Scope scope, ViewRow view) =>
        kept.TryGetValue(KeyOf(scope, view), out Kept<ListCount>? found) ? (found!.Value, IsFresh(found, scope.OrganizationId, Shortest)) : null;

    /// <summary>The count of a view for this actor; asked when the kept one does not hold any more.</summary>
    public async Task<ListCount?> Count(Scope scope, ViewRow view, Func<ViewRow, Task<ListCount?>> ask)
    {
        if (Peek(scope, view) is (var known, true))
            return known;
        var mark = MarkOf(scope.OrganizationId);
        if (await ask(view) is not { } count)
            return null;
        Keep(KeyOf(scope, view), count, mark);
        return count;
    }

    /// <summary>What was kept of this organization holds no more: a command changes its views.</summary>
    public void Forget(Guid organization) => forgotten.AddOrUpdate(organization, 1, (_, times) => times + 1);

    /// <summary>Names the state of an organization: another one when something happened.</summary>
    public string Mark(Guid organization)
    {
        var (times, (seq, connection)) = MarkOf(organization);
        return string.Create(CultureInfo.InvariantCulture, $"{times}-{connection}-{seq}");
    }

    public void Dispose() => kept.Dispose();

    static (Guid, Guid?, string, string) KeyOf(Scope scope, ViewRow view) => (scope.OrganizationId, scope.Actor.AccountId, scope.Actor.Role, $"{view.Kind} {view.Filter}");

    (long Forgotten, (long Seq, long Connection) Heard) MarkOf(Guid organization) => (forgotten.GetValueOrDefault(organization), hub.Heard(organization));

    bool IsFresh<T>(Kept<T> found, Guid organization, TimeSpan atLeast)
    {
        var age = time.GetUtcNow() - found.At;
        return age < atLeast || (age < Longest && found.Mark == MarkOf(organization));
    }

    void Keep<T>(object key, T value, (long Forgotten, (long Seq, long Connection) Heard) mark) =>
        kept.Set(key, new Kept<T>(value, time.GetUtcNow(), mark), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) });

    sealed record Kept<T>(T Value, DateTimeOffset At, (long Forgotten, (long Seq, long Connection) Heard) Mark);
}
