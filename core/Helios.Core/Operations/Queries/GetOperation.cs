using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Effects;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Operations.Queries;

/// <summary>An effect on the outside world: how far it is, and what became of each call.</summary>
/// <param name="Operation">The operation.</param>
public sealed record GetOperation([property: Target] RowRef<Operation> Operation) : IQuery<OperationView>
{
    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<GetOperation, OperationView>
    {
        public async Task<Outcome<OperationView>> Handle(GetOperation query, QueryContext context) =>
            await Kernel.Effects.Operations.Find(db, registry, query.Operation.Row.Id, context.Stop) is { } found ? found : Problem.NotFound("operation");
    }
}
