using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Search;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Tags.Queries;

/// <summary>The organization's tags that begin with some letters, for completion.</summary>
/// <param name="Beginning">The letters; all tags when left out.</param>
/// <param name="Limit">At most so many.</param>
public sealed record ListTags([property: MaxLength(Tag.Longest)] string? Beginning = null, [property: Range(1, 200)] int Limit = 20) : IQuery<ListTags.Result>
{
    /// <summary>Tags to choose from.</summary>
    /// <param name="Items">The tags, by key.</param>
    public sealed record Result(IReadOnlyList<TagView> Items);

    public sealed class Handler(HeliosDb db) : IQueryHandler<ListTags, Result>
    {
        public async Task<Outcome<Result>> Handle(ListTags query, QueryContext context)
        {
            var from = Folding.Of(query.Beginning ?? "");
            // A range, not LIKE: only comparisons may use the index under row-level security.
            var until = from + "\U0010FFFF";
            var tags = await db.Set<Tag>()
                .Where(tag => tag.Key.CompareTo(from) >= 0 && tag.Key.CompareTo(until) < 0)
                .OrderBy(tag => tag.Key).Take(query.Limit)
                .ToListAsync(context.Stop);
            return new Result([.. tags.Select(tag => new TagView(tag.Key, tag.Name))]);
        }
    }
}
