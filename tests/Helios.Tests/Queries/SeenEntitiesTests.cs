using Helios.Core.Comments.Queries;
using Helios.Core.Directory.People;
using Helios.Core.Directory.People.Queries;
using Helios.Itsm.Tickets;
using Helios.Itsm.Tickets.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Tests.Fixtures;
using Helios.Tests.Tickets;
using Xunit;

namespace Helios.Tests.Queries;

public sealed class SeenEntitiesTests(TicketHouse house) : IClassFixture<TicketHouse>
{
    [Fact]
    public async Task What_was_looked_up_by_its_key_is_known_by_its_id_and_by_any_letters_too()
    {
        var key = (await house.Ticket("The door squeaks", house.Mei)).Text;
        var seen = new SeenEntities();
        var id = (await house.Ask(new GetTicket(new EntityRef<Ticket>(key)), seen: seen)).Expect().Id;
        var alone = await Statements(key, seen: null);
        foreach (var name in new[] { key, key.ToLowerInvariant(), id.ToString() })
            Assert.Equal(alone - 1, await Statements(name, seen));
    }

    [Fact]
    public async Task A_person_in_a_filter_is_known_too()
    {
        var seen = new SeenEntities();
        var mei = (await house.Ask(new GetUser(new EntityRef<User>(house.Mei.Actor.UserId!.Value.ToString())), seen: seen)).Expect().Key;
        using var count = new StatementCount();
        Assert.Equal(2, await count.Of(() => house.Ask(new ListTickets { Q = $"requester:{mei}" })));
        Assert.Equal(1, await count.Of(() => house.Ask(new ListTickets { Q = $"requester:{mei}" }, seen: seen)));
    }

    [Fact]
    public async Task What_was_seen_is_not_taken_for_another_kind()
    {
        var key = (await house.Ticket("The window squeaks", house.Mei)).Text;
        var seen = new SeenEntities();
        (await house.Ask(new GetTicket(new EntityRef<Ticket>(key)), seen: seen)).Expect();
        Assert.Equal(ProblemKind.NotFound, (await house.Ask(new GetUser(new EntityRef<User>(key)), seen: seen)).Problem!.Kind);
    }

    [Fact]
    public async Task What_was_not_there_is_looked_for_again()
    {
        var seen = new SeenEntities();
        var last = (await house.Ticket("The floor squeaks", house.Mei)).Text;
        var next = new EntityRef<Ticket>($"T-{int.Parse(last[2..], System.Globalization.CultureInfo.InvariantCulture) + 1}");
        Assert.Equal(ProblemKind.NotFound, (await house.Ask(new GetTicket(next), seen: seen)).Problem!.Kind);
        Assert.Equal(next.Text, (await house.Ticket("The stairs squeak", house.Mei)).Text);
        Assert.Equal("The stairs squeak", (await house.Ask(new GetTicket(next), seen: seen)).Expect().Subject);
    }

    async Task<int> Statements(string name, SeenEntities? seen)
    {
        using var count = new StatementCount();
        return await count.Of(async () => (await house.Ask(new ListComments(new EntityRef<Entity>(name)), seen: seen)).Expect());
    }
}
