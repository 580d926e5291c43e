namespace Helios.Itsm.Tickets.Commands;

/// <summary>What a caller learns after a command changed a ticket.</summary>
/// <param name="Id">The ticket's id.</param>
/// <param name="Key">The ticket's key, such as T-1042.</param>
/// <param name="Status">Its status now.</param>
public sealed record TicketChanged(Guid Id, string Key, string Status)
{
    internal static TicketChanged Of(Ticket ticket) => new(ticket.Id, ticket.Key, ticket.Status);
}
