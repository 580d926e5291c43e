using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Tests.Rest.Shelves;

/// <summary>Lists shelves. They are numbered, and every second one is <see cref="ShelfState.Full"/>.</summary>
/// <param name="Q">Only those whose name holds this.</param>
/// <param name="Limit">How many at most.</param>
/// <param name="After">Where the last page ended.</param>
/// <param name="Count">Whether to count all of them.</param>
/// <param name="State">Only those in one of these states.</param>
public sealed record ListShelves(
    [property: MaxLength(200)] string? Q = null,
    [property: Range(1, 200)] int Limit = 50,
    string? After = null,
    bool Count = false,
    IReadOnlyList<ShelfState>? State = null) : IQuery<ListShelves.Result>
{
    /// <summary>One page of shelves.</summary>
    public sealed record Result(IReadOnlyList<Shelf> Items, string? Next, int? Total);

    /// <summary>A shelf.</summary>
    /// <param name="Key">Its name for people.</param>
    /// <param name="Place">Where it stands.</param>
    public sealed record Shelf(string Key, string Name, ShelfState State, ShelfPlace Place, ShelfPlace? Before);

    public sealed class Handler : IQueryHandler<ListShelves, Result>
    {
        public Task<Outcome<Result>> Handle(ListShelves query, QueryContext context)
        {
            var place = new ShelfPlace("hall", null);
            var all = Enumerable.Range(1, 120)
                .Select(n => new Shelf(FormattableString.Invariant($"S-{n}"), FormattableString.Invariant($"Shelf {n}"), n % 2 == 0 ? ShelfState.Full : ShelfState.HalfEmpty, place, null))
                .Where(shelf => query.Q is null || shelf.Name.Contains(query.Q, StringComparison.Ordinal))
                .Where(shelf => query.State is null || query.State.Contains(shelf.State))
                .ToList();
            var start = query.After is null ? 0 : all.FindIndex(shelf => string.Equals(shelf.Key, query.After, StringComparison.Ordinal)) + 1;
            Shelf[] items = [.. all.Skip(start).Take(query.Limit)];
            return Task.FromResult<Outcome<Result>>(new Result(items, start + items.Length < all.Count ? items[^1].Key : null, query.Count ? all.Count : null));
        }
    }
}
