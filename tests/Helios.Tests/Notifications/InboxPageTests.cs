using System.Net;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Notifications;

/// <summary>The inbox through the whole application, with the work beside requests running.</summary>
public sealed class InboxPageTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    [Fact]
    public async Task A_note_that_mentions_somebody_rings_her_bell_and_opening_it_reads_it()
    {
        var (key, mei) = await larkspur.Joined("Mei Tanaka", "mei@larkspur.example", "it_staff");
        Assert.True((await mei.Open("/larkspur")).Document.QuerySelector("#bell .unread")!.HasAttribute("hidden"));
        var made = await larkspur.Owner.Submit(await larkspur.Owner.Open("/larkspur/desk/tickets/new"), "/larkspur/desk/tickets/new", ("requester", "U-1"), ("subject", "The lift stands still"), ("description", ""), ("priority", "normal"));
        Assert.Equal(HttpStatusCode.SeeOther, made.Status);
        var ticket = made.Leads!;
        await larkspur.Owner.Submit(await larkspur.Owner.Open(ticket), $"/larkspur/entities/{ticket[(ticket.LastIndexOf('/') + 1)..]}/comments", ("audience", "internal"), ("body", $"@{key} please look"));
        await Eventually.Holds(async () => await larkspur.House.One<int>("select m.unread from platform.membership m join \"user\" u on u.id = m.user_id where u.key = $1", key) > 0);

        var page = await mei.Open("/larkspur/inbox");
        Assert.Equal("1", page.Document.QuerySelector("#bell .unread")!.TextContent);
        Assert.False(page.Document.QuerySelector("#bell .unread")!.HasAttribute("hidden"));
        var link = page.Document.QuerySelector("main .rows a.cover")!;
        Assert.Contains("The lift stands still", link.TextContent, StringComparison.Ordinal);
        var opened = await mei.Open(link.GetAttribute("href")!);
        Assert.Equal((HttpStatusCode.SeeOther, ticket), (opened.Status, opened.Leads));
        Assert.Contains("You have read everything", (await mei.Open("/larkspur/inbox")).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await larkspur.Owner.Open(link.GetAttribute("href")!)).Status);
    }
}
