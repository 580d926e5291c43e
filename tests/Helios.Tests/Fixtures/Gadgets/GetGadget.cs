using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Tests.Fixtures.Gadgets;

public sealed record GetGadget([property: Target] EntityRef<Gadget> Gadget) : IQuery<GetGadget.Result>
{
    public sealed record Result(string Key, string Name, long Version);

    public sealed class Handler : IQueryHandler<GetGadget, Result>
    {
        public Task<Outcome<Result>> Handle(GetGadget query, QueryContext context)
        {
            var gadget = query.Gadget.Entity;
            return Task.FromResult<Outcome<Result>>(new Result(gadget.Key, gadget.Name, gadget.Version));
        }
    }
}
