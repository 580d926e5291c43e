using Helios.Core.Identity;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Effects;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Operations.Commands;

/// <summary>Keeps the calls that were not made yet from being made. One that is on its way comes to its end.</summary>
/// <param name="Operation">The operation.</param>
public sealed record CancelOperation([property: Target] RowRef<Operation> Operation) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<CancelOperation, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(CancelOperation command, CommandContext context)
        {
            var operation = command.Operation.Row;
            if (operation.FinishedAt is not null || await Kernel.Effects.Operations.Cancel(db, operation.Id, context) == 0)
                return Problem.Conflict("operations.cancel.called", "Every call has been made already, or is on its way. There is nothing to cancel.");
            await context.TellOfActor(db, "operation." + operation.Name, OperationState.Waiting, OperationState.Canceled);
            return Nothing.Instance;
        }
    }
}
