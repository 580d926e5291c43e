using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Search;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Search.Queries;

/// <summary>Finds entities of every kind by key, name, mail address or the words in them and their comments; a small typing error is forgiven.</summary>
/// <param name="Q">What to look for; the last word may be unfinished.</param>
/// <param name="Kinds">Only these kinds; all when left out.</param>
/// <param name="Limit">At most so many finds.</param>
public sealed record SearchEverything(
    [property: Required, MaxLength(SearchEverything.Longest, ErrorMessage = "Search for at most 200 characters.")] string Q,
    [property: MaxLength(50)] IReadOnlyList<string>? Kinds = null,
    [property: Range(1, 50)] int Limit = 20) : IQuery<SearchEverything.Result>
{
    /// <summary>The longest text that is looked for.</summary>
    public const int Longest = 200;

    /// <summary>More than are shown, so that the best of the newest come first.</summary>
    const int Candidates = 60;

    /// <summary>What was found.</summary>
    /// <param name="Items">The finds, the best first.</param>
    public sealed record Result(IReadOnlyList<EntityView> Items);

    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<SearchEverything, Result>
    {
        public async Task<Outcome<Result>> Handle(SearchEverything query, QueryContext context)
        {
            var off = context.Scope.Organization?.ModulesOff;
            var kinds = registry.Kinds.Where(kind => off?.Contains(kind.Module.Id) != true && query.Kinds?.Contains(kind.Name, StringComparer.Ordinal) != false).ToList();
            var isEveryKind = kinds.Count == registry.Kinds.Count;
            if (kinds.Count == 0)
                return new Result([]);
            var actor = context.Scope.Actor;
            var text = new SearchText(query.Q);
            var names = isEveryKind && actor.IsStaff ? null : kinds.Select(kind => kind.Name).ToArray();
            var hits = await db.Search(query.Q, text.Keys(kinds), actor.IsStaff, ReaderTokens.Of(actor), names, Candidates).ToListAsync(context.Stop);
            return new Result([.. hits
                .OrderBy(text.Rank).ThenByDescending(hit => hit.UpdatedAt).ThenBy(hit => hit.Id)
                .Select(hit => EntityView.Of(registry, context.Scope, hit.Id, hit.Kind, hit.Key, hit.Title, hit.Subtitle, hit.Archived))
                .OfType<EntityView>()
                .Take(query.Limit)]);
        }
    }
}
