using Helios.Core.Comments;
using Helios.Itsm.Tickets;
using Helios.Kernel.Events;
using Xunit;

namespace Helios.Tests.Tickets;

public sealed class TicketTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 17, 9, 42, 0, TimeSpan.Zero);
    static readonly Guid Requester = Guid.CreateVersion7();
    static readonly Guid Assignee = Guid.CreateVersion7();

    [Fact]
    public void A_new_ticket_is_open_normal_and_nobodys()
    {
        var ticket = New();
        Assert.Equal((TicketStatus.New, (short)TicketPriority.Normal, null, true), (ticket.Status, ticket.Priority, ticket.AssigneeId, ticket.IsOpen));
    }

    [Fact]
    public void Assigning_a_new_ticket_begins_the_work_and_giving_it_back_does_not_end_it()
    {
        var ticket = New();
        Assert.Null(ticket.Assign(Assignee));
        Assert.Equal((TicketStatus.InProgress, Assignee), (ticket.Status, ticket.AssigneeId!.Value));
        Assert.Null(ticket.Assign(null));
        Assert.Equal((TicketStatus.InProgress, (Guid?)null), (ticket.Status, ticket.AssigneeId));
    }

    [Theory]
    [InlineData(TicketStatus.Resolved)]
    [InlineData(TicketStatus.Closed)]
    public void A_ticket_that_is_over_is_reopened_before_it_is_assigned(string status)
    {
        var ticket = New();
        ticket.Move(status, Now);
        Assert.Equal("tickets.ticket.not_open", ticket.Assign(Assignee)?.Code);
        Assert.Null(ticket.AssigneeId);
        Assert.Null(ticket.Reopen(Now));
        Assert.Null(ticket.Assign(Assignee));
    }

    [Fact]
    public void Resolving_and_closing_keep_their_times_and_reopening_empties_them()
    {
        var ticket = New();
        ticket.Move(TicketStatus.Resolved, Now);
        Assert.Equal((Now, null), (ticket.ResolvedAt, ticket.ClosedAt));
        ticket.Close(Now.AddHours(2));
        Assert.Equal((Now, Now.AddHours(2)), (ticket.ResolvedAt, ticket.ClosedAt));
        ticket.Reopen(Now.AddHours(3));
        Assert.Equal((TicketStatus.InProgress, null, null), (ticket.Status, ticket.ResolvedAt, ticket.ClosedAt));
    }

    [Fact]
    public void Closing_at_once_counts_as_resolved_at_that_moment()
    {
        var ticket = New();
        ticket.Close(Now);
        Assert.Equal((Now, Now), (ticket.ResolvedAt, ticket.ClosedAt));
    }

    [Theory]
    [InlineData(TicketStatus.New)]
    [InlineData(TicketStatus.Waiting)]
    [InlineData(TicketStatus.Resolved)]
    public void A_closed_ticket_moves_nowhere_but_back_to_work(string status)
    {
        var ticket = New();
        ticket.Close(Now);
        Assert.Equal("tickets.ticket.closed", ticket.Move(status, Now)?.Code);
        Assert.Equal(TicketStatus.Closed, ticket.Status);
    }

    [Fact]
    public void Closing_twice_and_reopening_what_is_open_are_refused_in_words()
    {
        var ticket = New();
        Assert.Equal("tickets.ticket.open", ticket.Reopen(Now)?.Code);
        ticket.Close(Now);
        Assert.Contains("closed already", ticket.Close(Now)?.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TicketStatus.Waiting)]
    [InlineData(TicketStatus.Resolved)]
    [InlineData(TicketStatus.Closed)]
    public void The_requesters_reply_takes_it_up_again(string status)
    {
        var ticket = New();
        ticket.Move(status, Now);
        ticket.Commented(Reply(Requester, Audience.Requester));
        Assert.Equal((TicketStatus.InProgress, null, null), (ticket.Status, ticket.ResolvedAt, ticket.ClosedAt));
    }

    [Fact]
    public void Words_of_staff_and_internal_notes_leave_the_status_alone()
    {
        var ticket = New();
        ticket.Move(TicketStatus.Resolved, Now);
        ticket.Commented(Reply(Assignee, Audience.Requester));
        ticket.Commented(Reply(Requester, Audience.Internal));
        Assert.Equal((TicketStatus.Resolved, Now), (ticket.Status, ticket.ResolvedAt!.Value));
    }

    [Fact]
    public void A_reply_on_a_new_ticket_leaves_it_new()
    {
        var ticket = New();
        ticket.Commented(Reply(Requester, Audience.Requester));
        Assert.Equal(TicketStatus.New, ticket.Status);
    }

    static Ticket New() => new() { Subject = "VPN drops", Description = "", RequesterId = Requester };

    static Comment Reply(Guid author, string audience) =>
        new() { EntityId = Guid.CreateVersion7(), Body = "Well", Audience = audience, AuthorName = "Somebody", UserId = author, CreatedAt = Now };
}
