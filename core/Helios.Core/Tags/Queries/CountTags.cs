using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Tags.Queries;

/// <summary>Every tag of the organization with how many entities have it, a page at a time.</summary>
/// <param name="After">The key of the last tag of the page before: its <c>next</c>.</param>
/// <param name="Limit">At most so many.</param>
public sealed record CountTags([property: MaxLength(80)] string? After = null, [property: Range(1, 200)] int Limit = 100) : IQuery<CountTags.Result>
{
    /// <summary>Only the tag of this key; all when left out.</summary>
    [MaxLength(80)]
    public string? Key { get; init; }

    /// <summary>Counts end here; people read "1,000+".</summary>
    const int MostCounted = 1001;

    /// <summary>A page of tags.</summary>
    /// <param name="Items">The tags, by key.</param>
    /// <param name="Next">Where the next page begins, or null at the end.</param>
    public sealed record Result(IReadOnlyList<Item> Items, string? Next);

    /// <summary>A tag and its use.</summary>
    /// <param name="Key">How addresses name it.</param>
    /// <param name="Name">How it is written.</param>
    /// <param name="Color">Its color.</param>
    /// <param name="Count">How many entities have it, counted up to 1,001.</param>
    /// <param name="Archived">Whether nothing new is tagged with it.</param>
    /// <param name="MergingInto">The name of the tag that it is being merged into, or null.</param>
    /// <param name="AlsoKnownAs">Former names that lead to it, as they are compared.</param>
    public sealed record Item(string Key, string Name, string Color, int Count, bool Archived, string? MergingInto, IReadOnlyList<string> AlsoKnownAs);

    public sealed class Handler(HeliosDb db) : IQueryHandler<CountTags, Result>
    {
        public async Task<Outcome<Result>> Handle(CountTags query, QueryContext context)
        {
            var after = query.After ?? "";
            var rows = await db.Set<Tag>()
                .Where(tag => tag.Key.CompareTo(after) > 0 && (query.Key == null || tag.Key == query.Key))
                .OrderBy(tag => tag.Key).Take(query.Limit + 1)
                .Select(tag => new
                {
                    Tag = tag,
                    Count = db.Set<EntityTag>().Where(row => row.Tag == tag.Key).Take(MostCounted).Count(),
                    Into = db.Set<Tag>().Where(other => other.Key == tag.MergingInto).Select(other => other.Name).FirstOrDefault(),
                    Names = db.Set<TagName>().Where(name => name.Tag == tag.Key).Select(name => name.Name).ToList(),
                })
                .ToListAsync(context.Stop);
            return new Result(
                [.. rows.Take(query.Limit).Select(row => new Item(
                    row.Tag.Key, row.Tag.Name, row.Tag.Color, row.Count, row.Tag.ArchivedAt is not null, row.Into,
                    [.. row.Names.Where(name => name != Kernel.Search.Folding.Of(row.Tag.Name)).Order(StringComparer.Ordinal)]))],
                rows.Count > query.Limit ? rows[query.Limit - 1].Tag.Key : null);
        }
    }
}
