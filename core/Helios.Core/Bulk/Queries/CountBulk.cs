using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Filtering;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Bulk.Queries;

/// <summary>How many records a bulk change over a filter would take at this moment, counted to the last.</summary>
/// <param name="Kind">The kind of the records, such as <c>ticket</c>.</param>
/// <param name="Filter">The filter of the kind's list; empty for all of it.</param>
public sealed record CountBulk(
    [property: Required(ErrorMessage = "Say of which kind the records are."), StringLength(40, ErrorMessage = "No kind has a name of more than 40 characters.")] string Kind,
    [property: StringLength(FilterLimits.Characters, ErrorMessage = "A filter has at most 2,000 characters. Make it shorter.")] string? Filter = null) : IQuery<CountBulk.Result>
{
    /// <summary>The count.</summary>
    /// <param name="Rows">How many match.</param>
    /// <param name="IsTooMany">Whether that is more than one bulk change takes; then <c>rows</c> is the most.</param>
    public sealed record Result(int Rows, bool IsTooMany);

    public sealed class Handler(Registry registry, ListRunner lists) : IQueryHandler<CountBulk, Result>
    {
        public async Task<Outcome<Result>> Handle(CountBulk query, QueryContext context)
        {
            if (registry.Kind(query.Kind) is not { } kind || context.Scope.Organization!.ModulesOff.Contains(kind.Module.Id) || registry.ListOf(kind) is not { } list)
                return Problem.Invalid("kind", $"There is no list of a kind “{query.Kind}”.");
            var found = await list.Everything(lists, query.Filter, context, BulkMatches.Most + 1);
            return found.Succeeded ? new Result(Math.Min(found.Value.Count, BulkMatches.Most), found.Value.Count > BulkMatches.Most) : found.Problem;
        }
    }
}
