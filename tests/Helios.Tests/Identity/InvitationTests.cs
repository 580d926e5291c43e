using System.Net;
using Xunit;

namespace Helios.Tests.Identity;

public sealed class InvitationTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    [Fact]
    public async Task A_link_makes_one_account_and_no_second()
    {
        var key = await larkspur.Person("Mei Tanaka", "mei@larkspur.example");
        var link = await larkspur.Invite(key, "it_staff");
        var browser = larkspur.House.NewBrowser("192.0.2.20");
        var page = await browser.Open(link);
        Assert.Contains("Welcome, Mei Tanaka", page.Text, StringComparison.Ordinal);
        Assert.Equal("mei@larkspur.example", page.Document.QuerySelector("#f-mail")!.GetAttribute("value"));

        var both = await Task.WhenAll(
            browser.Submit(page, link, ("mail", "mei@larkspur.example"), ("password", Larkspur.Password)),
            browser.Submit(page, link, ("mail", "mei2@larkspur.example"), ("password", Larkspur.Password)));

        Assert.Single(both, answer => answer.Status == HttpStatusCode.SeeOther);
        Assert.Equal(HttpStatusCode.NotFound, (await larkspur.House.NewBrowser().Open(link)).Status);
        Assert.Equal(1L, await larkspur.House.One<long>("select count(*) from platform.membership m join \"user\" u on u.id = m.user_id where u.key = $1 and u.is_staff", key));
        Assert.Equal(1L, await larkspur.House.One<long>("select count(*) from event where action = 'UserJoined' and key = $1", key));
    }

    [Fact]
    public async Task A_newer_link_ends_the_older_and_each_runs_out()
    {
        var key = await larkspur.Person("Rafael Costa");
        var older = await larkspur.Invite(key, "user");
        var newer = await larkspur.Invite(key, "user");
        Assert.Equal(HttpStatusCode.NotFound, (await larkspur.House.NewBrowser().Open(older)).Status);
        Assert.Equal(HttpStatusCode.OK, (await larkspur.House.NewBrowser().Open(newer)).Status);
        await larkspur.House.Sql("update platform.invitation set expires_at = now() - interval '1 minute'");
        Assert.Equal(HttpStatusCode.NotFound, (await larkspur.House.NewBrowser().Open(newer)).Status);
    }

    [Fact]
    public async Task Whoever_has_colleagues_has_invited_though_their_invitations_are_forgotten()
    {
        await larkspur.Joined("Kemal Aydin", "kemal@larkspur.example", "user");
        await larkspur.House.Sql("delete from platform.invitation");
        var home = await larkspur.Owner.Open("/larkspur");
        var done = home.Document.QuerySelectorAll("main .rows li").Where(step => step.TextContent.Contains("Done", StringComparison.Ordinal)).Select(step => step.TextContent);
        Assert.Contains(done, step => step.Contains("Invite a colleague", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_user_sees_his_own_things_and_no_others()
    {
        var (mine, browser) = await larkspur.Joined("Sofia Rossi", "sofia@larkspur.example", "user");
        foreach (var page in new[] { "/larkspur/settings", "/larkspur/settings/modules", $"/larkspur/people/{mine}/account", "/larkspur/recovery-copy" })
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.Open(page)).Status);
        var home = await browser.Open("/larkspur");
        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.DoesNotContain("What to do first", home.Text, StringComparison.Ordinal);
        Assert.Null(home.Document.QuerySelector("#nav a[href$='/settings']"));

        var token = await Larkspur.Token(browser);
        Assert.Equal(HttpStatusCode.OK, (await larkspur.Api("/users/" + mine, token)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await larkspur.Api("/users/U-1", token)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await larkspur.Api("/users", token)).Status);
    }

    [Fact]
    public async Task Staff_give_the_role_of_a_user_only()
    {
        var (_, staff) = await larkspur.Joined("Priya Shah", "priya@larkspur.example", "it_staff");
        var key = await larkspur.Person("Jonas Lind");
        var page = await staff.Open($"/larkspur/people/{key}/account");
        foreach (var role in new[] { "owner", "it_staff" })
            Assert.Equal(HttpStatusCode.Forbidden, (await staff.Submit(page, $"/larkspur/people/{key}/account/invite", ("role", role))).Status);
        Assert.Equal(HttpStatusCode.OK, (await staff.Submit(page, $"/larkspur/people/{key}/account/invite", ("role", "user"))).Status);

        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Post("/larkspur/people/U-1/account/disable", ("__RequestVerificationToken", token))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Post("/larkspur/people/U-1/account/role", ("__RequestVerificationToken", token), ("role", "user"))).Status);
    }

    [Fact]
    public async Task A_disabled_account_loses_browsers_and_tokens_at_once_and_the_last_owner_stays()
    {
        var (key, browser) = await larkspur.Joined("Karim Haddad", "karim@larkspur.example", "it_staff");
        var token = await Larkspur.Token(browser);

        await larkspur.Owner.Submit(await larkspur.Owner.Open($"/larkspur/people/{key}/account"), $"/larkspur/people/{key}/account/disable");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/larkspur")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await larkspur.Api("/account", token)).Status);
        Assert.False(await larkspur.House.One<bool>("select is_staff from \"user\" where key = $1", key));

        await larkspur.Owner.Submit(await larkspur.Owner.Open($"/larkspur/people/{key}/account"), $"/larkspur/people/{key}/account/enable");
        Assert.Equal(HttpStatusCode.OK, (await browser.Open("/larkspur")).Status);
        Assert.True(await larkspur.House.One<bool>("select is_staff from \"user\" where key = $1", key));

        var own = await larkspur.Owner.Open("/larkspur/people/U-1/account");
        var refused = await larkspur.Owner.Submit(own, "/larkspur/people/U-1/account/role", ("role", "user"));
        Assert.Contains("only owner", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_organization_does_not_exist_for_whoever_is_no_member()
    {
        await larkspur.House.Sql("insert into platform.organization (id, slug, name, created_at) values ($1, 'aster', 'Aster', now()) on conflict do nothing", Guid.CreateVersion7());
        var foreign = await larkspur.Owner.Open("/aster/account");
        var absent = await larkspur.Owner.Open("/nowhere/account");

        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal(HttpStatusCode.NotFound, absent.Status);
        Assert.DoesNotContain("Aster", foreign.Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await larkspur.House.NewBrowser().Open("/aster/account")).Leads, StringComparison.Ordinal);
    }
}
