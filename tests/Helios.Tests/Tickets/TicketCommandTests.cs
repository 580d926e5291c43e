using Helios.Core.Directory.People;
using Helios.Core.Timeline.Queries;
using Helios.Itsm.Tickets;
using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Xunit;

namespace Helios.Tests.Tickets;

public sealed class TicketCommandTests(TicketHouse house) : IClassFixture<TicketHouse>
{
    [Fact]
    public async Task Staff_write_a_ticket_down_for_somebody_and_it_says_who_did()
    {
        var ticket = await house.Get(await house.Ticket("Second monitor"));
        Assert.Equal(("Second monitor", "Mei Tanaka", "Amara Osei", TicketStatus.New), (ticket.Subject, ticket.Requester.Name, ticket.OpenedBy?.Name, ticket.Status));
    }

    [Fact]
    public async Task A_ticket_with_an_assignee_is_in_progress_at_once()
    {
        var made = (await house.Do(new CreateTicket("Badge reader", null, null, TicketPriority.High, UserOf(house.Priya)))).Expect();
        var ticket = await house.Get(new EntityRef<Ticket>(made.Key));
        Assert.Equal((TicketStatus.InProgress, "Priya Nair", "Amara Osei", null), (ticket.Status, ticket.Assignee?.Name, ticket.Requester.Name, ticket.OpenedBy));
    }

    [Fact]
    public async Task A_ticket_is_assigned_to_staff_only()
    {
        var ticket = await house.Ticket();
        var refused = (await house.Do(new AssignTicket(ticket, UserOf(house.Noah)))).Problem;
        Assert.Equal((ProblemKind.Conflict, "tickets.assignee.not_staff"), (refused?.Kind, refused?.Code));
        Assert.Contains("Noah Weiss is not of the IT staff", refused?.Text, StringComparison.Ordinal);
        Assert.Null((await house.Get(ticket)).Assignee);
        var made = await house.Do(new CreateTicket("For Noah", null, null, default, UserOf(house.Noah)));
        Assert.Equal("assignee", Assert.Single(made.Problem!.Fields).Field);
    }

    [Fact]
    public async Task Taking_makes_it_ones_own_and_needs_a_person_behind_the_account()
    {
        var ticket = await house.Ticket();
        Assert.Equal("tickets.assignee.no_user", (await house.Do(new TakeTicket(ticket), house.As(Roles.ItStaff))).Problem?.Code);
        (await house.Do(new TakeTicket(ticket), house.Priya)).Expect();
        Assert.Equal("Priya Nair", (await house.Get(ticket)).Assignee?.Name);
    }

    [Fact]
    public async Task Who_closes_second_learns_that_it_is_closed_already()
    {
        var ticket = await house.Ticket();
        var both = await Task.WhenAll(house.Do(new CloseTicket(ticket)), house.Do(new CloseTicket(ticket), house.Priya));
        var refused = Assert.Single(both, outcome => !outcome.Succeeded).Problem;
        Assert.Equal("tickets.ticket.closed", refused?.Code);
        Assert.Contains("is closed already", refused?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_ticket_is_reopened_before_anything_else()
    {
        var ticket = await house.Ticket();
        (await house.Do(new CloseTicket(ticket))).Expect();
        Assert.Equal("tickets.ticket.closed", (await house.Do(new SetTicketStatus(ticket, TicketStatus.Waiting))).Problem?.Code);
        Assert.Equal("tickets.ticket.not_open", (await house.Do(new TakeTicket(ticket))).Problem?.Code);
        (await house.Do(new ReopenTicket(ticket))).Expect();
        (await house.Do(new TakeTicket(ticket))).Expect();
        var now = await house.Get(ticket);
        Assert.Equal((TicketStatus.InProgress, null, null), (now.Status, now.ResolvedAt, now.ClosedAt));
    }

    [Fact]
    public async Task Two_who_change_the_fields_at_once_do_not_overwrite_each_other()
    {
        var ticket = await house.Ticket();
        var seen = (await house.Get(ticket)).Version;
        (await house.Do(new UpdateTicket(ticket, default, TicketPriority.Urgent), options: new CommandOptions { ExpectedVersion = seen })).Expect();
        var refused = (await house.Do(new UpdateTicket(ticket, "Something else", default), options: new CommandOptions { ExpectedVersion = seen })).Problem;
        Assert.Equal((ProblemKind.Stale, seen + 1), (refused?.Kind, refused?.CurrentVersion));
        Assert.Equal(("VPN drops", TicketPriority.Urgent), ((await house.Get(ticket)).Subject, (await house.Get(ticket)).Priority));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  x  ")]
    [InlineData("     ")]
    public async Task A_subject_says_something(string subject)
    {
        Assert.Equal("subject", Assert.Single((await house.Do(new CreateTicket(subject))).Problem!.Fields).Field);
        var ticket = await house.Ticket();
        Assert.Equal("subject", Assert.Single((await house.Do(new UpdateTicket(ticket, subject, default))).Problem!.Fields).Field);
        Assert.Equal(ProblemKind.Invalid, (await house.Do(new UpdateTicket(ticket, new Optional<string>(null!), default))).Problem?.Kind);
    }

    [Fact]
    public async Task A_reply_of_the_requester_on_a_resolved_ticket_takes_it_up_again_in_one_event()
    {
        var ticket = await house.Ticket();
        (await house.Do(new SetTicketStatus(ticket, TicketStatus.Resolved))).Expect();
        (await house.Say(ticket, "It stopped again.", Audience.Requester, house.Mei)).Expect();
        Assert.Equal(TicketStatus.InProgress, (await house.Get(ticket)).Status);
        Assert.Equal("replied, which took this up again", (await Told(ticket))[0]);
        (await house.Do(new SetTicketStatus(ticket, TicketStatus.Resolved))).Expect();
        (await house.Say(ticket, "Restarted it.", Audience.Requester)).Expect();
        Assert.Equal(TicketStatus.Resolved, (await house.Get(ticket)).Status);
        Assert.Equal("commented", (await Told(ticket))[0]);
    }

    [Fact]
    public async Task The_timeline_tells_who_did_what_in_plain_words()
    {
        var ticket = await house.Ticket();
        (await house.Do(new AssignTicket(ticket, UserOf(house.Priya)))).Expect();
        (await house.Do(new AssignTicket(ticket, UserOf(house.Amara)))).Expect();
        (await house.Do(new AssignTicket(ticket, null))).Expect();
        (await house.Do(new TakeTicket(ticket))).Expect();
        (await house.Do(new SetTicketStatus(ticket, TicketStatus.Waiting))).Expect();
        (await house.Do(new UpdateTicket(ticket, "VPN drops often", TicketPriority.High))).Expect();
        (await house.Do(new CloseTicket(ticket))).Expect();
        (await house.Do(new ReopenTicket(ticket))).Expect();
        Assert.Equal(
            [
                "reopened this",
                "closed this",
                "changed priority from Normal to High, changed subject from VPN drops to VPN drops often",
                "moved this from In progress to Waiting",
                "took this",
                "took this from Amara Osei; nobody takes care of it now",
                "passed this from Priya Nair to Amara Osei",
                "assigned this to Priya Nair",
                "opened this ticket",
            ],
            await Told(ticket));
    }

    [Fact]
    public async Task Nothing_of_a_foreign_organization_can_be_touched()
    {
        var ticket = await house.Ticket();
        var stranger = house.As(Roles.Owner, organization: house.Aster);
        Assert.Equal(ProblemKind.NotFound, (await house.Do(new CloseTicket(new EntityRef<Ticket>((await house.Get(ticket)).Id.ToString())), stranger)).Problem?.Kind);
        Assert.Equal(TicketStatus.New, (await house.Get(ticket)).Status);
    }

    async Task<IReadOnlyList<string>> Told(EntityRef<Ticket> ticket) =>
        [.. (await house.Ask(new GetTimeline(new EntityRef<Entity>(ticket.Text)))).Expect().Items.Select(item => item.Text)];

    static EntityRef<User> UserOf(Scope scope) => new(scope.Actor.UserId!.Value.ToString());
}
