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
            // Lists join the names of a page's rows: one visit of a person's row each, where two scalar subqueries make two.
            ticket.HasOne(t => t.Requester).WithMany().HasForeignKey(t => new { t.OrganizationId, t.RequesterId }).IsRequired(false).OnDelete(DeleteBehavior.Restrict);
            ticket.HasOne(t => t.Assignee).WithMany().HasForeignKey(t => new { t.OrganizationId, t.AssigneeId }).IsRequired(false).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<TicketSettings>(row => row.ToTable("ticket_settings").HasKey(s => s.OrganizationId));
    }
}
