using System.Net;
using Helios.Core.Identity.Sessions;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Identity;

public sealed class SessionTests
{
    [Fact]
    public async Task A_revoked_browser_has_no_access_from_its_next_request_on()
    {
        await using var house = await WebHouse.Start();
        var owner = house.NewBrowser();
        await Larkspur.SetUp(house, owner);
        var other = house.NewBrowser("192.0.2.2");
        await Larkspur.SignIn(other, Larkspur.Mail, Larkspur.Password);
        Assert.Equal(HttpStatusCode.OK, (await other.Open("/larkspur")).Status);

        var page = await owner.Open("/larkspur/account/sessions");
        var action = page.Document.QuerySelector("form[action*='/account/sessions/']")!.GetAttribute("action")!;
        Assert.Equal("/larkspur/account/sessions", (await owner.Submit(page, action)).Leads);

        Assert.StartsWith("/sign-in", (await other.Open("/larkspur")).Leads, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await owner.Open("/larkspur")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Submit(page, action)).Status);
    }

    [Fact]
    public async Task Somebody_elses_session_cannot_be_revoked()
    {
        var larkspur = new Larkspur();
        await larkspur.InitializeAsync();
        var (_, sam) = await larkspur.Joined("Sam Reed", "sam@larkspur.example", "it_staff");
        var owners = await larkspur.House.One<Guid>("select s.id from platform.session s join platform.account a on a.id = s.account_id where a.mail_key = $1", Larkspur.Mail);
        var page = await sam.Open("/larkspur/account/sessions");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var refused = await sam.Post($"/larkspur/account/sessions/{owners}/revoke", ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Equal(HttpStatusCode.OK, (await larkspur.Owner.Open("/larkspur")).Status);
        await larkspur.DisposeAsync();
    }

    [Fact]
    public async Task A_session_slides_while_it_is_used_and_ends_unused_or_at_last()
    {
        await using var house = await WebHouse.Start();
        var owner = house.NewBrowser();
        await Larkspur.SetUp(house, owner);
        var idle = house.NewBrowser();
        await Larkspur.SignIn(idle, Larkspur.Mail, Larkspur.Password);

        house.Time.Advance(Session.Idle - TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, (await owner.Open("/larkspur")).Status);
        house.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.OK, (await owner.Open("/larkspur")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await idle.Open("/larkspur")).Status);

        for (var used = Session.Idle; used < Session.Longest; used += TimeSpan.FromDays(20))
        {
            Assert.Equal(HttpStatusCode.OK, (await owner.Open("/larkspur")).Status);
            house.Time.Advance(TimeSpan.FromDays(20));
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Open("/larkspur")).Status);
    }

    [Fact]
    public async Task A_new_password_signs_out_the_other_browsers()
    {
        await using var house = await WebHouse.Start();
        var owner = house.NewBrowser();
        await Larkspur.SetUp(house, owner);
        var other = house.NewBrowser("192.0.2.2");
        await Larkspur.SignIn(other, Larkspur.Mail, Larkspur.Password);
        var page = await owner.Open("/larkspur/account");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.Submit(page, "/larkspur/account/password", ("current", "wrong password"), ("password", "eleven loud geese"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.Submit(page, "/larkspur/account/password", ("current", Larkspur.Password), ("password", "passwordpassword"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await owner.Submit(page, "/larkspur/account/password", ("current", Larkspur.Password), ("password", "eleven loud geese"))).Status);

        Assert.Equal(HttpStatusCode.OK, (await owner.Open("/larkspur")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await other.Open("/larkspur")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Larkspur.SignIn(other, Larkspur.Mail, Larkspur.Password)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Larkspur.SignIn(other, Larkspur.Mail, "eleven loud geese")).Status);
        Assert.Equal(1L, await house.One<long>("select count(*) from event where action = 'PasswordChanged'"));
    }

    [Fact]
    public async Task The_chosen_look_stands_on_the_document()
    {
        await using var house = await WebHouse.Start();
        var owner = house.NewBrowser();
        await Larkspur.SetUp(house, owner);
        var page = await owner.Open("/larkspur/account/appearance");

        await owner.Submit(page, "/larkspur/account/appearance", ("theme", "dark"), ("density", "compact"), ("contrast", ""), ("hotkeys", "off"));

        var html = (await owner.Open("/larkspur")).Document.DocumentElement;
        Assert.Equal("dark", html.GetAttribute("data-theme"));
        Assert.Equal("compact", html.GetAttribute("data-density"));
        Assert.False(html.HasAttribute("data-contrast"));
        Assert.Equal("off", html.GetAttribute("data-hotkeys"));
    }
}
