using Helios.Core.Directory.Locations;
using Helios.Core.Directory.People;
using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Itsm.Tickets.Queries;

/// <summary>One ticket with what staff should know about its requester.</summary>
/// <param name="Ticket">The ticket, by key or id.</param>
public sealed record GetTicket([property: Target] EntityRef<Ticket> Ticket) : IQuery<TicketDetails>
{
    public sealed class Handler(HeliosDb db) : IQueryHandler<GetTicket, TicketDetails>
    {
        public async Task<Outcome<TicketDetails>> Handle(GetTicket query, QueryContext context)
        {
            var ticket = query.Ticket.Entity;
            var people = await PeopleOf(ticket).ToDictionaryAsync(row => row.Person.Id, context.Stop);
            var requester = people[ticket.RequesterId];
            var isStaff = context.Scope.Actor.IsStaff;
            return new TicketDetails
            {
                Id = ticket.Id,
                Key = ticket.Key,
                Version = ticket.Version,
                Subject = ticket.Subject,
                Description = ticket.Description,
                Status = ticket.Status,
                CustomFields = CustomFieldView.Of(ticket, context.Scope),
                Priority = isStaff ? (TicketPriority)ticket.Priority : null,
                Requester = requester.Person,
                RequesterFacts = isStaff ? requester.Facts : null,
                Assignee = ticket.AssigneeId is { } assignee ? people[assignee].Person : null,
                OpenedBy = ticket.OpenedById is { } opener ? people[opener].Person : null,
                CreatedAt = ticket.CreatedAt,
                UpdatedAt = ticket.UpdatedAt,
                ResolvedAt = ticket.ResolvedAt,
                ClosedAt = ticket.ClosedAt,
                OtherTickets = isStaff ? await OthersOf(ticket).ToListAsync(context.Stop) : [],
            };
        }

        /// <summary>Everybody whom the ticket names, in one statement, each by himself: for a list of ids or a join the planner may read the whole directory.</summary>
        IQueryable<Known> PeopleOf(Ticket ticket)
        {
            var named = new[] { ticket.RequesterId, ticket.AssigneeId, ticket.OpenedById }.OfType<Guid>().Distinct();
            var people = named.Select(id => db.Set<User>().Where(user => user.Id == id)).Aggregate(Queryable.Concat);
            return people.Select(user => new Known(new TicketPerson(user.Id, user.Key, user.Name), new RequesterFacts
            {
                Title = user.Title,
                Mail = user.Mail,
                Phone = user.Phone,
                IsVip = user.IsVip,
                IsActive = user.IsActive,
                Location = db.Set<Location>().Where(place => place.Id == user.LocationId).Select(place => place.Name).FirstOrDefault(),
                LocationKey = db.Set<Location>().Where(place => place.Id == user.LocationId).Select(place => place.Key).FirstOrDefault(),
                Manager = db.Set<User>().Where(boss => boss.Id == user.ManagerId).Select(boss => boss.Name).FirstOrDefault(),
                ManagerKey = db.Set<User>().Where(boss => boss.Id == user.ManagerId).Select(boss => boss.Key).FirstOrDefault(),
            }));
        }

        IQueryable<TicketMention> OthersOf(Ticket ticket) => db.Set<Ticket>()
            .Where(other => other.RequesterId == ticket.RequesterId && other.Id != ticket.Id)
            .OrderByDescending(other => other.UpdatedAt)
            .Take(5)
            .Select(other => new TicketMention(other.Key, other.Subject, other.Status));

        sealed record Known(TicketPerson Person, RequesterFacts Facts);
    }
}
