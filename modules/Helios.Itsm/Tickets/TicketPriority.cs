namespace Helios.Itsm.Tickets;

/// <summary>How much a ticket matters; stored as a number so that it can be compared and sorted.</summary>
public enum TicketPriority : short
{
    Low = 1,
    Normal = 2,
    High = 3,
    Urgent = 4,
}
