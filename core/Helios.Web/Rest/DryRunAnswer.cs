using Helios.Kernel.Commands;
using Helios.Kernel.Events;
using Helios.Kernel.Scopes;

namespace Helios.Web.Rest;

/// <summary>What a command would have done: it ran whole and was rolled back.</summary>
/// <param name="Events">The events that there would have been, one for each record; none where nothing would change.</param>
public sealed record DryRunAnswer(IReadOnlyList<ToldEvent> Events)
{
    /// <summary>Who is not of the staff reads what is meant for him, and no field by its inner name.</summary>
    internal static DryRunAnswer Of(CommandReport report, Actor actor) => new(actor.IsStaff
        ? report.Events
        : [.. report.Events.Where(told => told.Audience == Audience.Requester).Select(told => told with { Changes = [] })]);
}
