using System.Net;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Tickets;

/// <summary>The pages of tickets in a browser without scripts: what staff and requesters read, and what a refused form keeps.</summary>
public sealed class TicketPageTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    const string Root = "/larkspur/desk/tickets";

    [Fact]
    public async Task A_ticket_goes_from_the_form_through_the_list_to_its_end()
    {
        var (mei, _) = await larkspur.Joined("Mei Tanaka", "mei@larkspur.example", Roles.User);
        var form = await larkspur.Owner.Open($"{Root}/new?requester={mei}");
        Assert.Equal(mei, form.Document.QuerySelector("input[name=requester]")!.GetAttribute("value"));
        var made = await Send(larkspur.Owner, form, Root + "/new", ("requester", mei), ("subject", "VPN drops"), ("description", "Every **few** minutes"), ("priority", "high"), ("assignee", ""));
        var address = made.Leads!;

        var list = await larkspur.Owner.Open(Root);
        Assert.Equal(address, list.Document.QuerySelector("tr a.cover")!.GetAttribute("href"));
        Assert.Contains("New", list.Document.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No ticket matches this filter", (await larkspur.Owner.Open(Root + "?q=status:waiting")).Text, StringComparison.Ordinal);

        var page = await larkspur.Owner.Open(address);
        Assert.Equal("few", page.Document.QuerySelector(".msg strong")!.TextContent);
        Assert.Equal($"ticket:{await Id(address)}", page.Document.QuerySelector("meta[name=helios-live]")!.GetAttribute("content"));
        await Send(larkspur.Owner, page, address + "/take");
        await Send(larkspur.Owner, await larkspur.Owner.Open(address), address + "/status", ("status", "resolved"));
        await Send(larkspur.Owner, await larkspur.Owner.Open(address), address + "/close");
        var closed = await larkspur.Owner.Open(address);
        Assert.Contains("Amara Osei took this", closed.Text, StringComparison.Ordinal);
        Assert.Contains("Closed", closed.Document.QuerySelector(".facts-line .state")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(closed.Document.QuerySelector($"form[action='{address}/reopen']"));
        Assert.Null(closed.Document.QuerySelector($"form[action='{address}/take']"));
    }

    [Fact]
    public async Task A_second_close_says_in_words_that_it_is_closed()
    {
        var address = await New("Close me");
        var page = await larkspur.Owner.Open(address);
        await Send(larkspur.Owner, page, address + "/close");
        var again = await larkspur.Owner.Submit(page, address + "/close");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("is closed already", again.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("requester")]
    [InlineData("internal")]
    public async Task A_refused_reply_keeps_its_text_and_its_audience(string audience)
    {
        var address = await New("Reply to me");
        var text = new string('x', 20_001);
        var refused = await larkspur.Owner.Submit(await larkspur.Owner.Open(address), Comments(address), ("audience", audience), ("body", text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(text, refused.Document.QuerySelector("textarea[name=body]")!.TextContent);
        Assert.Equal(audience, refused.Document.QuerySelector("input[name=audience][checked]")!.GetAttribute("value"));
        Assert.Contains("20,000", refused.Document.QuerySelector("#f-body-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clash_of_two_edits_shows_both_values_and_saves_only_when_told()
    {
        var address = await New("First words");
        var edit = address + "/edit";
        var mine = await larkspur.Owner.Open(edit);
        await Send(larkspur.Owner, await larkspur.Owner.Open(edit), edit, ("subject", "Words of another"), ("priority", "urgent"));
        var clash = await larkspur.Owner.Submit(mine, edit, ("subject", "My words"), ("priority", "low"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clash.Status);
        Assert.Contains("Words of another", clash.Document.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Urgent", clash.Document.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("My words", clash.Document.QuerySelector("input[name=subject]")!.GetAttribute("value"));
        await Send(larkspur.Owner, clash, edit, ("subject", "My words"), ("priority", "low"));
        Assert.Contains("My words", (await larkspur.Owner.Open(address)).Document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_requester_reads_everyday_words_and_nothing_of_the_staff()
    {
        var (_, noah) = await larkspur.Joined("Noah Weiss", "noah@larkspur.example", Roles.User);
        var form = await noah.Open(Root + "/new");
        Assert.Null(form.Document.QuerySelector("[name=priority], [name=assignee], [name=requester]"));
        var address = (await Send(noah, form, Root + "/new", ("subject", "Laptop does not charge"), ("description", ""))).Leads!;
        await Send(larkspur.Owner, await larkspur.Owner.Open(address), Comments(address), ("audience", "internal"), ("body", "Battery of the bad batch."));
        await Send(larkspur.Owner, await larkspur.Owner.Open(address), address + "/take");

        var page = await noah.Open(address);
        Assert.Contains("We are on it", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bad batch", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("In progress", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector($"input[value=internal], form[action^='{address}/status'], #panel-tags"));
        Assert.DoesNotContain("Normal", page.Text, StringComparison.Ordinal);
        Assert.Contains("My requests", (await noah.Open(Root)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await noah.Open(address + "/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await noah.Open(await New("Not his"))).Status);
    }

    [Fact]
    public async Task His_reply_takes_a_resolved_ticket_up_again_on_the_page_too()
    {
        var (_, hana) = await larkspur.Joined("Hana Kim", "hana@larkspur.example", Roles.User);
        var address = (await Send(hana, await hana.Open(Root + "/new"), Root + "/new", ("subject", "Slow wifi"), ("description", ""))).Leads!;
        await Send(larkspur.Owner, await larkspur.Owner.Open(address), address + "/status", ("status", "resolved"));
        Assert.Contains("we take it up again", (await hana.Open(address)).Text, StringComparison.Ordinal);
        await Send(hana, await hana.Open(address), Comments(address), ("audience", "requester"), ("body", "Slow again."));
        Assert.Contains("We are on it", (await hana.Open(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_four_empty_lists_say_what_to_do_next()
    {
        var (_, priya) = await larkspur.Joined("Priya Nair", "priya@larkspur.example", Roles.ItStaff);
        Assert.Contains("Your queue is empty", (await priya.Open(Root + "?q=status%3Aopen%20assignee%3Ame")).Text, StringComparison.Ordinal);
        Assert.Contains("No ticket matches this filter", (await priya.Open(Root + "?q=created%3E3000-01-01")).Text, StringComparison.Ordinal);
        var wrong = await priya.Open(Root + "?q=stauts:open");
        Assert.Contains("Did you mean “status”", wrong.Document.QuerySelector("#filter-error")!.TextContent, StringComparison.Ordinal);
        var (_, elif) = await larkspur.Joined("Elif Demir", "elif@larkspur.example", Roles.User);
        Assert.Contains("No requests yet", (await elif.Open(Root + "?q=")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_that_no_longer_fits_leads_back_to_the_first_page()
    {
        var page = await larkspur.Owner.Open(Root + "?q=status:open&after=gone&before=50");
        Assert.Equal((HttpStatusCode.SeeOther, Root + "?q=status%3Aopen"), (page.Status, page.Leads));
    }

    async Task<string> New(string subject) =>
        (await Send(larkspur.Owner, await larkspur.Owner.Open(Root + "/new"), Root + "/new", ("subject", subject), ("description", ""), ("priority", "normal"))).Leads!;

    static string Comments(string address) => $"/larkspur/entities/{address[(address.LastIndexOf('/') + 1)..]}/comments";

    Task<Guid> Id(string address) => larkspur.House.One<Guid>("select id from ticket where key = $1", address[(address.LastIndexOf('/') + 1)..])!;

    static async Task<BrowserPage> Send(Browser browser, BrowserPage page, string action, params (string Name, string Value)[] fields)
    {
        var done = await browser.Submit(page, action, fields);
        Assert.True(done.Status == HttpStatusCode.SeeOther, $"{action} answered {done.Status}: {done.Text}");
        return done;
    }
}
