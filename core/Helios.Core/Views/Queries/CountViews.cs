using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;

namespace Helios.Core.Views.Queries;

/// <summary>How many rows the views that the caller has pinned hold, each counted up to 1,000; at most a second or two old.</summary>
/// <param name="Kind">Only those of this kind's list; of every list when left out.</param>
public sealed record CountViews([property: MaxLength(60)] string? Kind = null) : IQuery<CountViews.Result>
{
    /// <summary>The rows of a view.</summary>
    /// <param name="View">The name of a stock view, or the id of a saved one.</param>
    /// <param name="Kind">The kind whose list it shows.</param>
    /// <param name="Total">How many rows there are, up to 1,000; null where the view's filter can't be read any more.</param>
    /// <param name="TotalIsCapped">Whether there are more.</param>
    public sealed record Count(string View, string Kind, int? Total, bool TotalIsCapped);

    /// <summary>The counts.</summary>
    /// <param name="Items">One for each pinned view.</param>
    public sealed record Result(IReadOnlyList<Count> Items);

    public sealed class Handler(Registry registry, QueryPipeline queries, ViewCounts known) : IQueryHandler<CountViews, Result>
    {
        public async Task<Outcome<Result>> Handle(CountViews query, QueryContext context)
        {
            List<Count> counts = [];
            foreach (var view in ((await queries.Ask(new ListViews(), context.Scope, context.Stop)).Value?.Items ?? []).Where(view => view.IsPinned && (query.Kind is null || view.Kind == query.Kind)))
            {
                var count = await known.Count(context.Scope, view, missing => Ask(missing, context.Scope, context.Stop));
                counts.Add(new Count(view.View, view.Kind, count?.Rows, count?.IsCapped ?? false));
            }

            return new Result(counts);
        }

        /// <summary>The list itself counts, so that a count is what the list shows: the same filter, the same rights.</summary>
        async Task<ListCount?> Ask(ViewRow view, Scope scope, CancellationToken stop)
        {
            if (registry.List(view.Kind, scope) is not { } list)
                return null;
            var input = InputReader.Read(list.Query, new JsonObject { ["q"] = view.Filter, ["limit"] = 1, ["count"] = true }).Expect();
            var answer = await registry.Query(list.Query).Ask(queries, input, scope, stop);
            return answer.Value is IListPage { Total: { } total } page ? new ListCount(total, page.TotalIsCapped) : null;
        }
    }
}
