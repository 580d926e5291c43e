using Helios.Core.Tags.Commands;
using Helios.Itsm.Tickets;
using Helios.Itsm.Tickets.Commands;
using Helios.Itsm.Tickets.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Tickets;

public sealed class TicketListTests(TicketHouse house) : IAsyncLifetime, IClassFixture<TicketHouse>
{
    EntityRef<Ticket> vpn = null!;
    EntityRef<Ticket> printer = null!;
    EntityRef<Ticket> phishing = null!;
    EntityRef<Ticket> monitor = null!;

    /// <summary>Four tickets of a person of their own for each test: one in each state of interest.</summary>
    public async ValueTask InitializeAsync()
    {
        await house.Sql("update ticket set archived_at = now()");
        vpn = await house.Ticket("VPN drops every few minutes", priority: TicketPriority.High);
        printer = await house.Ticket("Printer jams with paper", priority: TicketPriority.Low);
        phishing = await house.Ticket("Phishing mail", house.Noah, TicketPriority.Urgent);
        monitor = await house.Ticket("Second monitor");
        (await house.Do(new TakeTicket(vpn))).Expect();
        (await house.Do(new AssignTicket(phishing, new(house.Priya.Actor.UserId!.Value.ToString())))).Expect();
        (await house.Do(new SetTicketStatus(monitor, TicketStatus.Resolved))).Expect();
        (await house.Do(new AddTag(new EntityRef<Entity>(vpn.Text), "Rotterdam"))).Expect();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("", "monitor phishing printer vpn")]
    [InlineData("status:open", "phishing printer vpn")]
    [InlineData("-status:open", "monitor")]
    [InlineData("status:new", "printer")]
    [InlineData("status:open assignee:me", "vpn")]
    [InlineData("status:open assignee:none", "printer")]
    [InlineData("priority>=high", "phishing vpn")]
    [InlineData("priority:urgent,low", "phishing printer")]
    [InlineData("resolved<7d", "monitor")]
    [InlineData("created<1h updated<1h", "monitor phishing printer vpn")]
    [InlineData("tag:rotterdam", "vpn")]
    [InlineData("-tag:Rotterdam status:open", "phishing printer")]
    [InlineData("paper", "printer")]
    [InlineData("status:open \"VPN drops\"", "vpn")]
    [InlineData("archived:yes printer", "")]
    public async Task Every_field_filters(string filter, string expected) => Assert.Equal(expected, await Names(filter));

    [Fact]
    public async Task Key_and_requester_filter_by_what_people_call_them()
    {
        Assert.Equal("vpn", await Names($"key:{vpn.Text.ToLowerInvariant()}"));
        var noah = (await house.Get(phishing)).Requester.Key;
        Assert.Equal("phishing", await Names($"requester:{noah}"));
        Assert.Equal("monitor printer vpn", await Names($"-requester:{noah}"));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("-updated", true)]
    [InlineData("updated", false)]
    [InlineData("created", false)]
    [InlineData("-created", true)]
    [InlineData("priority", false)]
    [InlineData("-priority", true)]
    public async Task Every_sort_walks_all_rows_once_page_by_page(string? sort, bool isDescending)
    {
        List<TicketRow> rows = [];
        for (string? after = null; ;)
        {
            var page = (await house.Ask(new ListTickets { Sort = sort, Limit = 3, After = after })).Expect();
            rows.AddRange(page.Items);
            if ((after = page.Next) is null)
                break;
        }

        Assert.Equal(4, rows.DistinctBy(row => row.Id).Count());
        Assert.Equal(4, rows.Count);
        var keys = rows.Select(row => (sort ?? "updated").TrimStart('-') switch
        {
            "created" => row.CreatedAt.UtcTicks,
            "priority" => (long)row.Priority!.Value,
            _ => row.UpdatedAt.UtcTicks,
        }).ToList();
        Assert.Equal(isDescending ? keys.OrderDescending() : keys.Order(), keys);
    }

    [Fact]
    public async Task A_wrong_field_value_or_sort_is_told_in_words()
    {
        Assert.Equal("q", Assert.Single((await house.Ask(new ListTickets { Q = "stauts:open" })).Problem!.Fields).Field);
        Assert.Contains("Did you mean", Assert.Single((await house.Ask(new ListTickets { Q = "priority:hihg" })).Problem!.Fields).Text, StringComparison.Ordinal);
        Assert.Equal("sort", Assert.Single((await house.Ask(new ListTickets { Sort = "subject" })).Problem!.Fields).Field);
    }

    [Fact]
    public async Task A_row_tells_who_needs_it_and_who_takes_care()
    {
        var row = (await house.Ask(new ListTickets { Q = $"key:{vpn.Text}" })).Expect().Items.Single();
        Assert.Equal(("Mei Tanaka", "Amara Osei", TicketPriority.High, TicketStatus.InProgress), (row.Requester.Name, row.Assignee?.Name, row.Priority, row.Status));
        Assert.Equal((await house.Get(vpn)).Requester, row.Requester);
    }

    [Fact]
    public async Task The_counts_are_those_of_the_lists()
    {
        Assert.Equal(new CountTickets.Result(3, 1, 1), (await house.Ask(new CountTickets())).Expect());
        Assert.Equal(new CountTickets.Result(3, 1, 1), (await house.Ask(new CountTickets(), house.Priya)).Expect());
        Assert.Equal(new CountTickets.Result(3, 0, 1), (await house.Ask(new CountTickets(), house.As(Roles.ItStaff))).Expect());
    }

    [Fact]
    public async Task A_list_is_one_statement_two_with_the_count_of_what_is_not_on_its_page()
    {
        await house.Ask(new ListTickets());
        Assert.Equal(1, await Statements(() => house.Ask(new ListTickets { Q = "status:open", Limit = 200 })));
        Assert.Equal(2, await Statements(() => house.Ask(new ListTickets { Q = "status:open", Limit = 2, Count = true })));
        Assert.Equal(1, await Statements(() => house.Ask(new ListTickets { Q = "status:open", Limit = 200, Count = true })));
        Assert.Equal(1, await Statements(() => house.Ask(new ListTickets { Limit = 200 }, house.Mei)));
        Assert.Equal(1, await Statements(() => house.Ask(new CountTickets())));
        for (var i = 0; i < 20; i++)
            await house.Ticket($"Another one {i}", i % 2 == 0 ? house.Mei : house.Noah);
        Assert.Equal(1, await Statements(() => house.Ask(new ListTickets { Limit = 200 })));
    }

    [Fact]
    public async Task A_ticket_is_three_statements_however_long_its_story_is()
    {
        await house.Say(vpn, "One", Audience.Requester);
        Assert.Equal(3, await Statements(() => house.Ask(new GetTicket(vpn))));
        for (var i = 0; i < 5; i++)
            await house.Say(vpn, $"More {i}", Audience.Internal);
        Assert.Equal(3, await Statements(() => house.Ask(new GetTicket(vpn))));
        Assert.Equal(2, await Statements(() => house.Ask(new GetTicket(vpn), house.Mei)));
    }

    static async Task<int> Statements<T>(Func<Task<Outcome<T>>> ask)
    {
        using var count = new StatementCount();
        return await count.Of(async () => (await ask()).Expect());
    }

    async Task<string> Names(string filter)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { [vpn.Text] = "vpn", [printer.Text] = "printer", [phishing.Text] = "phishing", [monitor.Text] = "monitor" };
        var page = (await house.Ask(new ListTickets { Q = filter, Limit = 200 })).Expect();
        return string.Join(' ', page.Items.Select(row => names.GetValueOrDefault(row.Key)).OfType<string>().Order(StringComparer.Ordinal));
    }
}
