using Helios.Core.Operations.Commands;
using Helios.Core.Operations.Pages;
using Helios.Core.Operations.Queries;
using Helios.Kernel.Effects;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Operations;

/// <summary>Effects on the outside world: how far they are, and what became of each call.</summary>
public sealed class OperationsFeature : Feature
{
    /// <summary>Follow and cancel what one has started.</summary>
    public const string Own = "operations:own";

    public override string Name => "operations";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission(Own, "Follow and cancel what one has started outside", Roles.ItStaff, Roles.User);
        // Whoever looks after jobs looks after their calls too.
        feature.Row<Operation>("operation", (rows, actor) => actor.Can(Jobs.JobsFeature.Read) ? rows : rows.Where(row => row.AccountId == actor.AccountId));
        feature.Job<RunOperation.Work, RunOperation>(RunOperation.Name, "Call the outside world", isAwaited: true);
        feature.Query<GetOperation>("operations.get", Own).Rest("GET /operations/{operation}");
        feature.Command<CancelOperation>("operations.cancel", Own, "OperationCanceled").Internal().Rest("POST /operations/{operation}/cancel").NotUndoable("Ask for it anew where it was asked for.");
        feature.Contribute(new OperationPages());
    }
}
