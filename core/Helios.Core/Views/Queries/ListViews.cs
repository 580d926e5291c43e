using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Views.Queries;

/// <summary>The views that the caller sees, in his order: those that lists bring along, his own, and those that are shared with him.</summary>
/// <param name="Kind">Only those of this kind's list; of every list when left out.</param>
public sealed record ListViews([property: MaxLength(60)] string? Kind = null) : IQuery<ListViews.Result>
{
    /// <summary>Views of lists.</summary>
    /// <param name="Items">The views, list by list.</param>
    public sealed record Result(IReadOnlyList<ViewRow> Items);

    public sealed class Handler(ViewList views) : IQueryHandler<ListViews, Result>
    {
        public async Task<Outcome<Result>> Handle(ListViews query, QueryContext context) => new Result(query.Kind is { } kind
            ? await views.Of(kind, context.Scope, context.Stop)
            : await views.All(context.Scope, context.Stop));
    }
}
