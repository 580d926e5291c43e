using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.TestModule.Specimens.Queries;

/// <summary>One specimen.</summary>
/// <param name="Specimen">Which one.</param>
public sealed record GetSpecimen([property: Target] EntityRef<Specimen> Specimen) : IQuery<GetSpecimen.Result>
{
    /// <summary>The specimen.</summary>
    public sealed record Result(Guid Id, string Key, string Name);

    public sealed class Handler : IQueryHandler<GetSpecimen, Result>
    {
        public Task<Outcome<Result>> Handle(GetSpecimen query, QueryContext context)
        {
            var specimen = query.Specimen.Entity;
            return Task.FromResult<Outcome<Result>>(new Result(specimen.Id, specimen.Key, specimen.Name));
        }
    }
}
