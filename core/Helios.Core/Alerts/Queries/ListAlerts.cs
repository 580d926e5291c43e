using Helios.Kernel.Filtering;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Alerts.Queries;

/// <summary>What admins were told of.</summary>
public sealed record ListAlerts : ListInput, IQuery<ListPage<AlertRow>>
{
    /// <summary>What the list can be filtered and sorted by.</summary>
    internal static ListDeclaration<Alert> Declaration() => new(
        typeof(ListAlerts),
        EntityFields.Of<Alert>("alert")
            .Choice("state", alert => alert.State, [AlertState.Open, AlertState.Settled], description: "Whether somebody has to look")
            .Ranked("severity", alert => alert.Severity, ["info", "warning", "critical"], first: 1, "How much it matters")
            .Text("type", alert => alert.Type, description: "What sort of thing happened"),
        new SortKeys<Alert>(alert => alert.Id)
            .By("updated", alert => alert.UpdatedAt, descending: true)
            .By("severity", alert => alert.Severity, descending: true)
            .ByKey());

    public sealed class Handler(ListRunner lists) : IQueryHandler<ListAlerts, ListPage<AlertRow>>
    {
        public Task<Outcome<ListPage<AlertRow>>> Handle(ListAlerts query, QueryContext context) => lists.Run<Alert, AlertRow>(query, context, alert => new AlertRow
        {
            Id = alert.Id,
            Key = alert.Key,
            Type = alert.Type,
            Subject = alert.Subject,
            Severity = (AlertSeverity)alert.Severity,
            State = alert.State,
            Times = alert.Times,
            Posted = alert.Posted,
            UpdatedAt = alert.UpdatedAt,
        });
    }
}
