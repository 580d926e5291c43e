using Helios.Core.Comments.Queries;
using Helios.Core.Directory.People;
using Helios.Core.Links.Commands;
using Helios.Core.Links.Queries;
using Helios.Core.Search.Queries;
using Helios.Core.Tags.Commands;
using Helios.Core.Tags.Queries;
using Helios.Core.Timeline.Queries;
using Helios.Itsm.Tickets;
using Helios.Itsm.Tickets.Commands;
using Helios.Itsm.Tickets.Queries;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Xunit;

namespace Helios.Tests.Tickets;

/// <summary>What a requester sees and may do: his own tickets, and nothing that is the staff's.</summary>
public sealed class RequesterTests(TicketHouse house) : IClassFixture<TicketHouse>
{
    [Fact]
    public async Task He_asks_for_himself_and_priority_and_assignee_are_not_his()
    {
        var made = (await house.Do(new CreateTicket("Keyboard", "With Norwegian letters", Priority: TicketPriority.Urgent), house.Noah)).Expect();
        var ticket = await house.Get(new EntityRef<Ticket>(made.Key));
        Assert.Equal(("Noah Weiss", null, TicketPriority.Normal, TicketStatus.New), (ticket.Requester.Name, ticket.OpenedBy, ticket.Priority, ticket.Status));
        var other = await house.Do(new CreateTicket("For another", Requester: new EntityRef<User>(house.Mei.Actor.UserId!.Value.ToString())), house.Noah);
        Assert.Equal("requester", Assert.Single(other.Problem!.Fields).Field);
        var assigned = await house.Do(new CreateTicket("Take it", Assignee: new EntityRef<User>(house.Priya.Actor.UserId!.Value.ToString())), house.Noah);
        Assert.Equal("assignee", Assert.Single(assigned.Problem!.Fields).Field);
    }

    [Fact]
    public async Task He_lists_and_counts_his_own_tickets_only()
    {
        var his = await house.Ticket("His own", house.Noah);
        var hers = await house.Ticket("Hers alone", house.Mei);
        var list = (await house.Ask(new ListTickets { Limit = 200, Count = true }, house.Noah)).Expect();
        Assert.Contains(list.Items, row => row.Key == his.Text);
        Assert.All(list.Items, row => Assert.Equal("Noah Weiss", row.Requester.Name));
        Assert.Equal(list.Items.Count, list.Total);
        Assert.Equal(list.Items.Count(row => TicketStatus.Open.Contains(row.Status, StringComparer.Ordinal)), (await house.Ask(new CountTickets(), house.Noah)).Expect().Open);
        Assert.DoesNotContain(hers.Text, list.Items.Select(row => row.Key), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Another_persons_ticket_is_not_there()
    {
        var hers = await house.Ticket("Hers alone", house.Mei);
        Assert.Equal(ProblemKind.NotFound, (await house.Ask(new GetTicket(hers), house.Noah)).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await house.Say(hers, "Hello", Audience.Requester, house.Noah)).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await house.Ask(new ListComments(new EntityRef<Entity>(hers.Text)), house.Noah)).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await house.Ask(new GetTimeline(new EntityRef<Entity>(hers.Text)), house.Noah)).Problem?.Kind);
        Assert.Empty((await house.Ask(new SearchEverything("Hers alone"), house.Noah)).Expect().Items);
    }

    [Fact]
    public async Task What_staff_know_is_not_told()
    {
        var ticket = await house.Ticket("With facts", house.Noah, TicketPriority.Urgent);
        var staff = await house.Get(ticket);
        Assert.Equal((TicketPriority.Urgent, "Works here"), (staff.Priority, staff.RequesterFacts?.Title));
        var own = await house.Get(ticket, house.Noah);
        Assert.Null(own.Priority);
        Assert.Null(own.RequesterFacts);
        Assert.Empty(own.OtherTickets);
        Assert.All((await house.Ask(new ListTickets(), house.Noah)).Expect().Items, row => Assert.Null(row.Priority));
    }

    [Theory]
    [InlineData("priority:urgent", "priority")]
    [InlineData("assignee:me", "assignee")]
    [InlineData("requester:me", "requester")]
    [InlineData("tag:vpn", "tag")]
    public async Task The_staffs_filter_fields_do_not_exist_for_him(string filter, string field)
    {
        var refused = (await house.Ask(new ListTickets { Q = filter }, house.Noah)).Problem;
        Assert.Contains($"There is no field “{field}”", Assert.Single(refused!.Fields).Text, StringComparison.Ordinal);
        Assert.True((await house.Ask(new ListTickets { Q = filter })).Succeeded);
    }

    [Fact]
    public async Task Internal_notes_and_internal_events_are_nowhere()
    {
        var ticket = await house.Ticket("Conversation", house.Noah);
        var entity = new EntityRef<Entity>(ticket.Text);
        (await house.Say(ticket, "Could be the gateway xylophone.", Audience.Internal)).Expect();
        (await house.Say(ticket, "We look at it.", Audience.Requester)).Expect();
        (await house.Do(new AddTag(entity, "xylophones"))).Expect();
        (await house.Do(new AddLink(entity, new EntityRef<Entity>((await house.Ticket("Hidden twin", house.Mei)).Text)))).Expect();
        (await house.Do(new UpdateTicket(ticket, default, TicketPriority.High))).Expect();
        (await house.Do(new TakeTicket(ticket))).Expect();

        Assert.Equal("We look at it.", Assert.Single((await house.Ask(new ListComments(entity), house.Noah)).Expect().Items).Body);
        var told = (await house.Ask(new GetTimeline(entity), house.Noah)).Expect().Items;
        Assert.Equal(["took this", "commented", "opened this ticket"], told.Select(item => item.Text));
        Assert.DoesNotContain(told.SelectMany(item => item.Changes), change => change.Field is "priority" or "entity_tag.tag");
        Assert.Empty((await house.Ask(new ListLinks(entity), house.Noah)).Expect().Items);
        Assert.Equal(ProblemKind.Forbidden, (await house.Ask(new ListEntityTags(entity), house.Noah)).Problem?.Kind);
        Assert.Empty((await house.Ask(new SearchEverything("xylophone"), house.Noah)).Expect().Items);
        Assert.Empty((await house.Ask(new ListTickets { Q = "xylophone" }, house.Noah)).Expect().Items);
    }

    [Fact]
    public async Task He_replies_publicly_only()
    {
        var ticket = await house.Ticket("Reply", house.Noah);
        Assert.Equal("audience", Assert.Single((await house.Say(ticket, "Secret", Audience.Internal, house.Noah)).Problem!.Fields).Field);
        (await house.Say(ticket, "Thank you.", Audience.Requester, house.Noah)).Expect();
    }

    [Fact]
    public async Task The_staffs_commands_are_not_his()
    {
        var ticket = await house.Ticket("Not his to close", house.Noah);
        ICommand<TicketChanged>[] commands =
        [
            new TakeTicket(ticket), new AssignTicket(ticket, null), new SetTicketStatus(ticket, TicketStatus.Resolved),
            new CloseTicket(ticket), new ReopenTicket(ticket), new UpdateTicket(ticket, "Another", default),
        ];
        foreach (var command in commands)
            Assert.Equal(ProblemKind.Forbidden, (await house.Do(command, house.Noah)).Problem?.Kind);
        Assert.Equal((TicketStatus.New, "Not his to close"), ((await house.Get(ticket)).Status, (await house.Get(ticket)).Subject));
    }

    [Fact]
    public async Task An_account_without_a_person_sees_nothing_and_can_ask_for_nothing()
    {
        await house.Ticket();
        var nobody = house.As(Roles.User);
        Assert.Empty((await house.Ask(new ListTickets { Count = true }, nobody)).Expect().Items);
        Assert.Equal(new CountTickets.Result(0, 0, 0), (await house.Ask(new CountTickets(), nobody)).Expect());
        Assert.Equal("requester", Assert.Single((await house.Do(new CreateTicket("Who am I"), nobody)).Problem!.Fields).Field);
    }
}
