using System.Net;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Secrets;

/// <summary>Settings > Secrets as a browser without scripts has it.</summary>
public sealed class SecretPageTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    const string List = "/larkspur/settings/secrets";

    [Fact]
    public async Task A_value_is_shown_to_whoever_says_why_and_the_look_is_on_record()
    {
        var page = await Create("Mail relay", "relay-token-4711");
        Assert.DoesNotContain("relay-token", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("relay-token", (await larkspur.Owner.Open(List)).Body, StringComparison.Ordinal);
        var address = Address(page);

        var refused = await larkspur.Owner.Submit(page, address + "/reveal", ("reason", "why not"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("8 to 500", refused.Document.QuerySelector("#f-reason-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0L, await Events("SecretRevealed", "Mail relay"));

        var shown = await larkspur.Owner.Submit(page, address + "/reveal", ("reason", "Renewal of the relay, T-12"));
        Assert.Equal("relay-token-4711", shown.Document.QuerySelector("turbo-frame#reveal secret-reveal[data-turbo-temporary] #value")!.TextContent);
        Assert.Equal("no-store", shown.Response.Headers.CacheControl!.ToString());
        Assert.Equal(1L, await Events("SecretRevealed", "Mail relay"));
        Assert.Equal("Renewal of the relay, T-12", await larkspur.House.One<string>("select d.body::jsonb->>'why' from event e join event_detail d on d.event_id = e.id where e.action = 'SecretRevealed'"));
        Assert.Contains("looked at the value", (await larkspur.Owner.Open(address)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("relay-token", (await larkspur.Owner.Open(address)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_value_takes_the_place_of_the_one_before()
    {
        var page = await Create("Backup bucket", "old-bucket-key");

        var replaced = await larkspur.Owner.Submit(page, Address(page) + "/value", ("value", " new bucket key "));

        Assert.Equal(Address(page), replaced.Leads);
        // A secret reaches its row as it was typed, blanks and all.
        Assert.Equal(" new bucket key ", await Reveal(Address(page)));
    }

    [Fact]
    public async Task A_deleted_secret_is_gone_and_its_name_is_free()
    {
        var page = await Create("Old monitor", "monitor-key");
        var gone = await larkspur.Owner.Submit(page, Address(page) + "/delete");

        Assert.Equal(List, gone.Leads);
        Assert.Null(await larkspur.House.One<byte[]>("select sealed from organization_secret where name = 'Old monitor'"));
        var after = await larkspur.Owner.Open(Address(page));
        Assert.Contains("This secret was deleted", after.Text, StringComparison.Ordinal);
        Assert.Null(after.Document.QuerySelector("#reveal"));
        Assert.Equal(HttpStatusCode.OK, (await larkspur.Owner.Open(Address(await Create("old MONITOR", "another")))).Status);
        var twice = await larkspur.Owner.Submit(await larkspur.Owner.Open(List + "/new"), List, ("name", "Old Monitor"), ("value", "x"), ("description", ""));
        Assert.Contains("Another secret has this name", twice.Document.QuerySelector("#f-name-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_and_requesters_do_not_even_learn_the_name()
    {
        var page = await Create("Payroll database", "payroll-pass");
        var (_, staff) = await larkspur.Joined("Priya Nair", "priya@larkspur.example", Roles.ItStaff);

        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Open(List)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Open(Address(page))).Status);
        Assert.DoesNotContain("Payroll", (await staff.Open("/larkspur/search?q=payroll")).Text.Replace("payroll", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Secrets", (await staff.Open("/larkspur/settings")).Text, StringComparison.Ordinal);
    }

    async Task<BrowserPage> Create(string name, string value)
    {
        var made = await larkspur.Owner.Submit(await larkspur.Owner.Open(List + "/new"), List, ("name", name), ("value", value), ("description", "For a test"));
        Assert.Equal(HttpStatusCode.SeeOther, made.Status);
        return await larkspur.Owner.Open(made.Leads!);
    }

    async Task<string> Reveal(string address) =>
        (await larkspur.Owner.Submit(await larkspur.Owner.Open(address), address + "/reveal", ("reason", "The test wants it"))).Document.QuerySelector("#value")!.TextContent;

    static string Address(BrowserPage page) => page.Document.QuerySelector("form[action$='/reveal']")!.GetAttribute("action")![..^"/reveal".Length];

    Task<long> Events(string action, string title) =>
        larkspur.House.One<long>("select count(*) from event e join event_detail d on d.event_id = e.id where e.action = $1 and d.body::jsonb->>'title' = $2", action, title);
}
