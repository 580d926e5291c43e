using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Search;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Tags.Queries;

/// <summary>The organization's tags that begin with some letters, for completion. A former name offers the tag that has it now.</summary>
/// <param name="Beginning">The letters; all tags when left out.</param>
/// <param name="Limit">At most so many.</param>
public sealed record ListTags([property: MaxLength(Tag.Longest)] string? Beginning = null, [property: Range(1, 200)] int Limit = 20) : IQuery<ListTags.Result>
{
    /// <summary>Tags to choose from.</summary>
    /// <param name="Items">The tags, by the name that was found.</param>
    public sealed record Result(IReadOnlyList<TagView> Items);

    public sealed class Handler(HeliosDb db) : IQueryHandler<ListTags, Result>
    {
        public async Task<Outcome<Result>> Handle(ListTags query, QueryContext context)
        {
            var from = Folding.Of(query.Beginning ?? "");
            // A range, not LIKE: only comparisons may use the index under row-level security.
            var until = from + "\U0010FFFF";
            var tags = await db.Set<TagName>()
                .Where(name => name.Name.CompareTo(from) >= 0 && name.Name.CompareTo(until) < 0)
                .Join(db.Set<Tag>().Where(tag => tag.ArchivedAt == null && tag.MergingInto == null), name => name.Tag, tag => tag.Key, (name, tag) => new { name.Name, Tag = tag })
                .OrderBy(found => found.Name).Take(query.Limit)
                .ToListAsync(context.Stop);
            return new Result([.. tags.Select(found => found.Tag).DistinctBy(tag => tag.Key, StringComparer.Ordinal).Select(TagView.Of)]);
        }
    }
}
