using Microsoft.EntityFrameworkCore;

namespace Helios.Itsm.Tickets;

/// <summary>The mapping of <see cref="Ticket"/> and <see cref="TicketSettings"/> (Migrations).</summary>
static class TicketTable
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Ticket>(ticket =>
        {
            ticket.ToTable("ticket").HasKey(t => new { t.OrganizationId, t.Id });
            ticket.Property(t => t.Version).IsConcurrencyToken();
            ticket.Ignore(t => t.IsOpen);
        });
        model.Entity<TicketSettings>(row => row.ToTable("ticket_settings").HasKey(s => s.OrganizationId));
    }
}
