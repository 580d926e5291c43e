using System.Net;
using System.Text.Json;
using Helios.Kernel.Scopes;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Views;

/// <summary>The views of a list in a browser without scripts: kept from the page, opened, pinned, moved, deleted.</summary>
public sealed class ViewPageTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    const string List = "/larkspur/desk/tickets";

    [Fact]
    public async Task A_view_is_kept_from_the_page_and_its_filter_gives_the_same_rows_in_the_api()
    {
        foreach (var priority in new[] { "high", "low", "high" })
            await larkspur.Api("/tickets", await Token(), json: $$"""{"subject":"Lamp of {{priority}} worth","priority":"{{priority}}"}""");
        var filtered = await larkspur.Owner.Open(List + "?q=status%3Aopen%20priority%3E%3Dhigh&sort=created&columns=key,state");
        var saved = await larkspur.Owner.Submit(filtered, "/larkspur/views", ("name", "High ones"));
        var page = await larkspur.Owner.Follow(saved.Leads!);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("High ones", page.Document.QuerySelector(".tabs [aria-current]")!.TextContent.Trim());
        Assert.Equal(["Key", "Subject", "State"], page.Document.QuerySelectorAll("thead th").Select(head => head.TextContent.Trim()));
        Assert.Contains("sorted by created", page.Document.QuerySelector("caption")!.TextContent, StringComparison.Ordinal);
        var query = new Uri("http://localhost" + page.Document.QuerySelector(".tabs [aria-current]")!.GetAttribute("href")).Query;
        var parts = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        var api = await larkspur.Api($"/tickets?q={Uri.EscapeDataString(parts["q"]!)}&sort={parts["sort"]}", await Token());
        Assert.Equal(
            JsonDocument.Parse(api.Body).RootElement.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("key").GetString()),
            page.Document.QuerySelectorAll("#list-rows tr").Select(row => row.Id));
    }

    [Fact]
    public async Task A_changed_view_offers_to_be_saved_and_shows_the_change_then()
    {
        var view = await Saved("Changing", "status:open");
        var changed = await larkspur.Owner.Open($"{List}?q=status%3Anew&view={view}");
        var again = await larkspur.Owner.Follow((await larkspur.Owner.Submit(changed, $"/larkspur/views/{view}/edit")).Leads!);
        Assert.Equal("status:new", again.Document.QuerySelector("#filter-text")!.GetAttribute("value"));
        Assert.DoesNotContain("Save changes", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pinned_view_stands_in_the_side_bar_of_every_page_and_is_counted_afterwards()
    {
        var view = await Saved("Pinned one", "status:open");
        await larkspur.Owner.Submit(await larkspur.Owner.Open($"{List}?q=status%3Aopen&view={view}"), $"/larkspur/lists/ticket/views/{view}", ("pinned", "true"));
        var home = await larkspur.Owner.Open("/larkspur");
        var frame = home.Document.QuerySelector("#pinned-views")!;
        Assert.Contains("Pinned one", frame.TextContent, StringComparison.Ordinal);
        var counted = await larkspur.Owner.Send(new HttpRequestMessage(HttpMethod.Get, frame.GetAttribute("src")!) { Headers = { { "Turbo-Frame", "pinned-views" } } });
        Assert.Contains(counted.Document.QuerySelectorAll("#pinned-views a"), link => link.TextContent.StartsWith("Pinned one", StringComparison.Ordinal) && link.QuerySelector(".count") is not null);
        // What was counted a moment ago comes with the page itself.
        Assert.Null((await larkspur.Owner.Open("/larkspur")).Document.QuerySelector("#pinned-views")!.GetAttribute("src"));

        await larkspur.Owner.Submit(await larkspur.Owner.Open($"{List}?q=status%3Aopen&view={view}"), $"/larkspur/lists/ticket/views/{view}", ("pinned", "false"));
        Assert.DoesNotContain("Pinned one", (await larkspur.Owner.Open("/larkspur")).Document.QuerySelector("#nav")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_opens_with_the_view_that_was_chosen_and_a_stock_view_can_be_moved()
    {
        var page = await larkspur.Owner.Open("/larkspur/locations?q=parent%3Anone&view=top");
        await larkspur.Owner.Submit(page, "/larkspur/lists/location/views/top", ("default", "true"));
        Assert.Equal("parent:none", (await larkspur.Owner.Open("/larkspur/locations")).Document.QuerySelector("#filter-text")!.GetAttribute("value"));
        await larkspur.Owner.Submit(page, "/larkspur/lists/location/views/top", ("position", "0"));
        var moved = await larkspur.Owner.Open("/larkspur/locations");
        Assert.Equal(["Sites", "All", "Archived"], moved.Document.QuerySelectorAll(".tabs a").Select(tab => tab.TextContent.Trim()));
    }

    [Fact]
    public async Task A_deleted_view_leaves_the_tabs_and_its_old_address_shows_the_filter_alone()
    {
        var view = await Saved("Going", "status:waiting");
        var page = await larkspur.Owner.Open($"{List}?q=status%3Awaiting&view={view}");
        var gone = await larkspur.Owner.Submit(page, $"/larkspur/views/{view}/delete");
        Assert.Equal(List, gone.Leads);
        var old = await larkspur.Owner.Open($"{List}?q=status%3Awaiting&view={view}");
        Assert.DoesNotContain("Going", old.Document.QuerySelector(".tabs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("status:waiting", old.Document.QuerySelector("#filter-text")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_wrong_filter_is_marked_where_it_is_wrong()
    {
        var page = await larkspur.Owner.Open(List + "?q=status%3Aopne%20priority%3Ehigh");
        Assert.Equal("opne", page.Document.QuerySelector("#filter-error mark")!.TextContent);
        Assert.Equal("status:opne priority>high", page.Document.QuerySelector("#filter-error code")!.TextContent);
        Assert.Contains("Did you mean “open”?", page.Document.QuerySelector("#filter-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.Document.QuerySelector("#filter-text")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Requesters_have_views_of_their_own_and_share_none()
    {
        var (_, browser) = await larkspur.Joined("Noah Weiss", "noah@larkspur.example", Roles.User);
        var page = await browser.Open(List);
        Assert.Equal(["Open", "All"], page.Document.QuerySelectorAll(".tabs a").Select(tab => tab.ChildNodes[0].TextContent.Trim()));
        var saved = await browser.Submit(page, "/larkspur/views", ("name", "What I wait for"));
        var kept = await browser.Follow(saved.Leads!);
        Assert.Contains("What I wait for", kept.Document.QuerySelector(".tabs")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(kept.Document.QuerySelector("#view-edit-name"));
        Assert.Null(kept.Document.QuerySelector("#view-audience"));
        Assert.DoesNotContain("What I wait for", (await larkspur.Owner.Open(List)).Document.QuerySelector(".tabs")!.TextContent, StringComparison.Ordinal);
    }

    async Task<string> Saved(string name, string filter)
    {
        var page = await larkspur.Owner.Open($"{List}?q={Uri.EscapeDataString(filter)}");
        var saved = await larkspur.Owner.Submit(page, "/larkspur/views", ("name", name));
        return saved.Leads!.Split('/')[^1];
    }

    async Task<string> Token() => token ??= await Larkspur.Token(larkspur.Owner);

    string? token;
}
