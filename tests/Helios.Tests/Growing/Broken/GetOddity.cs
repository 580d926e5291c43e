using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Tests.Growing.Broken;

/// <summary>One oddity. Its reference is not the target.</summary>
/// <param name="Oddity">The oddity.</param>
public sealed record GetOddity(EntityRef<Oddity> Oddity) : IQuery<GetOddity.Result>
{
    public sealed record Result(Guid Id, string Key);

    public sealed class Handler : IQueryHandler<GetOddity, Result>
    {
        public Task<Outcome<Result>> Handle(GetOddity query, QueryContext context) =>
            Task.FromResult<Outcome<Result>>(new Result(query.Oddity.Entity.Id, query.Oddity.Entity.Key));
    }
}
