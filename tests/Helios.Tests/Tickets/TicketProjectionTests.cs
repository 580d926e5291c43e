using Helios.Core.Search.Queries;
using Helios.Itsm.Tickets;
using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Entities;
using Xunit;

namespace Helios.Tests.Tickets;

/// <summary>What a change of a ticket writes for search, links and lists of every kind.</summary>
public sealed class TicketProjectionTests(TicketHouse house) : IClassFixture<TicketHouse>
{
    [Fact]
    public async Task What_it_does_not_show_is_written_once_an_hour()
    {
        ToTheNextHour();
        var ticket = await house.Ticket("Fan rattles");
        var made = await RowOf(ticket, "entity");
        await Rank(ticket, TicketPriority.High);
        Assert.Equal(made, await RowOf(ticket, "entity"));

        ToTheNextHour();
        await Rank(ticket, TicketPriority.Urgent);
        var later = await RowOf(ticket, "entity");
        Assert.NotEqual(made, later);
        Assert.True(await house.One<bool>("select e.updated_at = t.updated_at from entity e join ticket t using (organization_id, id) where e.key = $1", ticket.Text));

        (await house.Do(new SetTicketStatus(ticket, TicketStatus.Waiting))).Expect();
        Assert.NotEqual(later, await RowOf(ticket, "entity"));
        Assert.Equal("Waiting", await house.One<string>("select subtitle from entity where key = $1", ticket.Text));
    }

    [Fact]
    public async Task Its_state_is_no_word_to_find_it_by_and_costs_the_index_nothing()
    {
        ToTheNextHour();
        var ticket = await house.Ticket("Curtain stuck");
        var words = await RowOf(ticket, "entity_search");
        (await house.Do(new SetTicketStatus(ticket, TicketStatus.Waiting))).Expect();
        Assert.Equal(words, await RowOf(ticket, "entity_search"));
        Assert.DoesNotContain(ticket.Text, await Find("waiting"));

        (await house.Do(new UpdateTicket(ticket, "Curtain torn", default))).Expect();
        Assert.NotEqual(words, await RowOf(ticket, "entity_search"));
        Assert.Contains(ticket.Text, await Find("torn"));
    }

    async Task Rank(EntityRef<Ticket> ticket, TicketPriority priority) => (await house.Do(new UpdateTicket(ticket, default, priority))).Expect();

    async Task<IReadOnlyList<string>> Find(string words) => [.. (await house.Ask(new SearchEverything(words))).Expect().Items.Select(item => item.Key)];

    /// <summary>Which version of its row in a table is the last one.</summary>
    Task<string?> RowOf(EntityRef<Ticket> ticket, string table) =>
        house.One<string>($"select xmin::text from {table} where (organization_id, id) = (select organization_id, id from ticket where key = $1 and organization_id = $2)", ticket.Text, house.Larkspur.Id);

    void ToTheNextHour()
    {
        var hour = TimeSpan.FromHours(1).Ticks;
        house.Time.Advance(TimeSpan.FromTicks(hour - (house.Time.GetUtcNow().Ticks % hour) + TimeSpan.TicksPerSecond));
    }
}
