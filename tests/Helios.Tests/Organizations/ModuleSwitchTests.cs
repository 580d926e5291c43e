using System.Net;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Organizations;

public sealed class ModuleSwitchTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    [Fact]
    public async Task A_module_that_is_off_disappears_at_once_and_comes_back()
    {
        var token = await Larkspur.Token(larkspur.Owner);
        Assert.True((await NewTicket(token)).Response.IsSuccessStatusCode);
        var page = await larkspur.Owner.Open("/larkspur/settings/modules");

        await larkspur.Owner.Submit(page, "/larkspur/settings/modules/itsm", ("on", "false"));

        Assert.Equal(HttpStatusCode.NotFound, (await NewTicket(token)).Status);
        var off = await larkspur.Owner.Open("/larkspur/settings/modules");
        Assert.Contains("hidden", off.Document.QuerySelector("#module-itsm")!.TextContent, StringComparison.Ordinal);
        Assert.Null(off.Document.QuerySelector("#nav a[href*='/desk']"));
        Assert.Equal(1L, await larkspur.House.One<long>("select count(*) from event where action = 'ModuleSwitched'"));

        await larkspur.Owner.Submit(off, "/larkspur/settings/modules/itsm", ("on", "true"));
        Assert.True((await NewTicket(token)).Response.IsSuccessStatusCode);
    }

    Task<BrowserPage> NewTicket(string token) => larkspur.Api("/tickets", token, json: """{ "subject": "The printer hums" }""");

    [Fact]
    public async Task Core_stays_on()
    {
        var page = await larkspur.Owner.Open("/larkspur/settings/modules");
        var refused = await larkspur.Owner.Submit(page, "/larkspur/settings/modules/itsm", ("on", "maybe"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var core = await larkspur.Owner.Post("/larkspur/settings/modules/core", ("__RequestVerificationToken", token), ("on", "false"));
        Assert.Contains("stays on", core.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_and_zone_change_and_a_wrong_zone_is_refused()
    {
        var page = await larkspur.Owner.Open("/larkspur/settings");
        var refused = await larkspur.Owner.Submit(page, "/larkspur/settings", ("name", "Larkspur Labs"), ("zone", "Mars/Olympus"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Europe/Berlin", refused.Document.QuerySelector("#f-zone-error")!.TextContent, StringComparison.Ordinal);

        await larkspur.Owner.Submit(page, "/larkspur/settings", ("name", "Larkspur Laboratories"), ("zone", "Europe/Rome"));
        Assert.Contains("Larkspur Laboratories", (await larkspur.Owner.Open("/larkspur")).Document.QuerySelector("#nav")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Europe/Rome", await larkspur.House.One<string>("select zone from platform.organization"));
    }
}
