using System.Net;
using Helios.Core.Identity.Sessions;
using Xunit;

namespace Helios.Tests.Identity;

public sealed class SignInTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    [Fact]
    public async Task Mail_address_and_password_lead_to_the_page_that_was_asked_for()
    {
        var browser = larkspur.House.NewBrowser("198.51.100.1");
        var asked = await browser.Open("/larkspur/account?x=1");
        Assert.Equal("/sign-in?return=%2Flarkspur%2Faccount%3Fx%3D1", asked.Leads);

        var done = await Larkspur.SignIn(browser, " AMARA@larkspur.example ", Larkspur.Password, "/larkspur/account?x=1");

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Equal("/larkspur/account?x=1", done.Leads);
        Assert.Equal(HttpStatusCode.OK, (await browser.Open(done.Leads!)).Status);
        var cookie = browser.Cookies.GetAllCookies()["helios-session"]!;
        Assert.True(cookie.HttpOnly);
        Assert.Equal(0L, await larkspur.House.One<long>("select count(*) from platform.session where encode(token_hash, 'escape') like '%' || $1 || '%'", cookie.Value));
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer()
    {
        var browser = larkspur.House.NewBrowser("198.51.100.2");
        var wrong = await Larkspur.SignIn(browser, Larkspur.Mail, "not the password");
        var unknown = await Larkspur.SignIn(browser, "nobody@larkspur.example", "not the password");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(wrong.Status, unknown.Status);
        Assert.Equal(wrong.Document.QuerySelector("#errors")!.TextContent, unknown.Document.QuerySelector("#errors")!.TextContent);
        Assert.DoesNotContain("not the password", wrong.Body, StringComparison.Ordinal);
        Assert.Null(browser.Cookies.GetAllCookies()["helios-session"]);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task It_leads_nowhere_else(string back)
    {
        var browser = larkspur.House.NewBrowser("198.51.100.3");
        var done = await Larkspur.SignIn(browser, Larkspur.Mail, Larkspur.Password, back);
        Assert.Equal("/", done.Leads);
        Assert.Equal("/larkspur", (await browser.Open("/sign-in?return=" + Uri.EscapeDataString(back))).Leads);
    }

    [Fact]
    public async Task Whoever_guesses_waits_and_nobody_else_does()
    {
        var guesser = larkspur.House.NewBrowser("203.0.113.7");
        for (var i = 0; i < SignInGuard.ForMail; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Larkspur.SignIn(guesser, Larkspur.Mail, "guess number " + i)).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Larkspur.SignIn(guesser, Larkspur.Mail, Larkspur.Password)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Larkspur.SignIn(larkspur.House.NewBrowser("203.0.113.8"), Larkspur.Mail, Larkspur.Password)).Status);

        larkspur.House.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(HttpStatusCode.SeeOther, (await Larkspur.SignIn(guesser, Larkspur.Mail, Larkspur.Password)).Status);
    }

    [Fact]
    public async Task Whoever_tries_one_password_on_everybody_waits_too()
    {
        var guesser = larkspur.House.NewBrowser("203.0.113.20");
        var page = await guesser.Open("/sign-in");
        for (var i = 0; i < SignInGuard.ForAddress; i++)
            await guesser.Submit(page, "/sign-in", ("mail", $"person{i}@larkspur.example"), ("password", "one for all of them"));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await guesser.Submit(page, "/sign-in", ("mail", "another@larkspur.example"), ("password", "one for all of them"))).Status);
    }

    [Fact]
    public async Task Attempts_at_the_same_time_are_all_counted()
    {
        var guesser = larkspur.House.NewBrowser("203.0.113.30");
        var page = await guesser.Open("/sign-in");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => guesser.Submit(page, "/sign-in", ("mail", Larkspur.Mail), ("password", "guess number " + i))));
        Assert.Equal(SignInGuard.ForMail, answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task A_form_without_the_token_of_this_browser_is_refused()
    {
        var browser = larkspur.House.NewBrowser("198.51.100.4");
        var foreign = await larkspur.House.NewBrowser("198.51.100.5").Open("/sign-in");
        var token = foreign.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await browser.Open("/sign-in");

        Assert.Contains("expired", (await browser.Post("/sign-in", ("mail", Larkspur.Mail), ("password", Larkspur.Password))).Text, StringComparison.Ordinal);
        Assert.Contains("expired", (await browser.Post("/sign-in", ("__RequestVerificationToken", token), ("mail", Larkspur.Mail), ("password", Larkspur.Password))).Text, StringComparison.Ordinal);
        Assert.Contains("expired", (await larkspur.Owner.Post("/larkspur/settings", ("name", "Stolen"))).Text, StringComparison.Ordinal);
        Assert.NotEqual("Stolen", await larkspur.House.One<string>("select name from platform.organization"));
    }

    [Fact]
    public async Task What_another_site_sends_is_refused()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await larkspur.House.NewBrowser().Send(request)).Status);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_whoever_copied_it()
    {
        var browser = larkspur.House.NewBrowser("198.51.100.6");
        await Larkspur.SignIn(browser, Larkspur.Mail, Larkspur.Password);
        var thief = browser.Copy();
        Assert.Equal(HttpStatusCode.OK, (await thief.Open("/larkspur")).Status);

        var left = await browser.Submit(await browser.Open("/larkspur"), "/sign-out");

        Assert.Equal("/sign-in", left.Leads);
        Assert.StartsWith("/sign-in", (await thief.Open("/larkspur")).Leads, StringComparison.Ordinal);
    }
}
