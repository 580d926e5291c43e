using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Tests.Rest.Shelves;

/// <summary>Throws, as a bug would.</summary>
public sealed record BreakShelf : IQuery<BreakShelf.Result>
{
    public sealed record Result(string Key);

    public sealed class Handler : IQueryHandler<BreakShelf, Result>
    {
        public Task<Outcome<Result>> Handle(BreakShelf query, QueryContext context) => throw new InvalidOperationException("The shelf's secret is out.");
    }
}
