using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.Alerts.Queries;

/// <summary>One alert with its details.</summary>
/// <param name="Alert">The alert.</param>
public sealed record GetAlert([property: Target] EntityRef<Alert> Alert) : IQuery<GetAlert.Result>
{
    /// <summary>One alert.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Key">Its key, such as AL-7.</param>
    /// <param name="Version">Counts up with every change.</param>
    /// <param name="Type">What sort of thing happened.</param>
    /// <param name="Subject">What happened, in one line.</param>
    /// <param name="Payload">The details.</param>
    /// <param name="Severity">info, warning or critical.</param>
    /// <param name="State">open or settled.</param>
    /// <param name="Times">How often it has happened while it was open.</param>
    /// <param name="Posted">What became of its post; null where none was asked for.</param>
    /// <param name="PostMessage">What the far side answered.</param>
    /// <param name="CreatedAt">When it happened first.</param>
    /// <param name="UpdatedAt">When it changed last.</param>
    /// <param name="SettledAt">When somebody settled it.</param>
    public sealed record Result(
        Guid Id, string Key, long Version, string Type, string Subject, string? Payload, AlertSeverity Severity, string State, int Times,
        string? Posted, string? PostMessage, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? SettledAt);

    public sealed class Handler : IQueryHandler<GetAlert, Result>
    {
        public Task<Outcome<Result>> Handle(GetAlert query, QueryContext context)
        {
            var alert = query.Alert.Entity;
            Outcome<Result> found = new Result(
                alert.Id, alert.Key, alert.Version, alert.Type, alert.Subject, alert.Payload, (AlertSeverity)alert.Severity, alert.State, alert.Times,
                alert.Posted, alert.PostMessage, alert.CreatedAt, alert.UpdatedAt, alert.SettledAt);
            return Task.FromResult(found);
        }
    }
}
