namespace Helios.Itsm.Tickets.Queries;

/// <summary>Somebody a ticket names.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Key">The user's key, such as U-12.</param>
/// <param name="Name">The full name.</param>
public sealed record TicketPerson(Guid Id, string Key, string Name);
