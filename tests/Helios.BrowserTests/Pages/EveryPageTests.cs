using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Xunit;

namespace Helios.BrowserTests.Pages;

/// <summary>Every page that the application maps, in light and dark, wide and narrow. A new page is found by itself.</summary>
/// <remarks>Takes about a second a page.</remarks>
public sealed class EveryPageTests(RunningHelios helios) : Journey(helios)
{
    [Fact]
    public async Task Every_page_of_an_organization_passes_the_accessibility_rules_never_scrolls_sideways_and_stands_a_refresh()
    {
        var tab = await Helios.SignInAs(Roles.Owner);
        var values = await PageRecords.Make(Larkspur);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> wrong = [];
        foreach (var pattern in PageAddresses.Of(Helios.Services).Where(pattern => pattern.StartsWith("/{organization}", StringComparison.Ordinal)))
        {
            // An address that leads on to a page that was looked over needs no second look.
            if (!await PageAddresses.Shows(tab, PageAddresses.Fill(pattern, values)) || !seen.Add(tab.Path))
                continue;
            var name = PageAddresses.NameOf(pattern);
            wrong.AddRange(await Refreshing.Of(tab, name));
            wrong.AddRange(await Inspection.Of(tab, name));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_page_that_anybody_may_open_passes_too()
    {
        await Larkspur.SetUp();
        var invited = await Larkspur.Person("Ines Duarte");
        Dictionary<string, string> values = new(StringComparer.Ordinal)
        {
            ["setup"] = "used",
            ["prefix"] = "T",
            ["key"] = "1",
            ["join"] = (await Larkspur.Invitation(invited.Key, Roles.User)).Split('/')[^1],
        };
        var tab = await Helios.Open();
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> wrong = [];
        foreach (var pattern in PageAddresses.Of(Helios.Services).Where(pattern => !pattern.StartsWith("/{organization}", StringComparison.Ordinal)))
        {
            if (pattern.Contains("{setup}", StringComparison.Ordinal))
                tab.Expects(404);
            await tab.Go(PageAddresses.Fill(pattern, values));
            if (seen.Add(new Uri(tab.Page.Url).AbsolutePath))
                wrong.AddRange(await Inspection.Of(tab, PageAddresses.NameOf(pattern)));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_state_of_a_page_passes_too()
    {
        var tab = await Helios.SignInAs(Roles.Owner);
        await Larkspur.Ticket("Lamp flickers");
        List<string> wrong = [];
        foreach (var (name, path, status) in new[]
        {
            ("tickets-empty", "/larkspur/desk/tickets?q=priority:urgent", 200),
            ("tickets-board", "/larkspur/desk/tickets?q=&layout=board", 200),
            ("tickets-wrong-filter", "/larkspur/desk/tickets?q=statos:open", 200),
            ("people-wrong-filter", "/larkspur/people?q=staff:perhaps", 200),
            ("import-preview", "/larkspur/imports/" + await Larkspur.Upload("Name,Username,Manager\nCleo Drax,cdrax,Nobody\nNo Key,,"), 200),
            ("search", "/larkspur/search?q=lane", 200),
            ("people-empty", "/larkspur/people?q=vip:yes", 200),
            ("locations-none", "/larkspur/locations", 200),
            ("not-found", "/larkspur/desk/tickets/T-999999", 404),
            ("no-such-page", "/larkspur/nowhere", 404),
        })
        {
            if (status != 200)
                tab.Expects(status);
            Assert.Equal(status, (await tab.Go(path)).Status);
            wrong.AddRange(await Inspection.Of(tab, name));
        }

        tab.Expects(422);
        await tab.Go("/larkspur/desk/tickets/new");
        await tab.Button("Create ticket").ClickAsync();
        await tab.Sees(tab.Page.Locator("#errors"));
        wrong.AddRange(await Inspection.Of(tab, "ticket-refused"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
