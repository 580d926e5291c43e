using Helios.BrowserTests.Fixtures;
using Helios.Kernel.Scopes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>Colleagues come in by a one-time link, and leave and come back by the sign-in page.</summary>
public sealed class JoiningTests(RunningHelios helios) : Journey(helios)
{
    [Fact]
    public async Task A_colleague_joins_by_a_link_that_works_once()
    {
        var owner = await Helios.SignInAs(Roles.Owner);
        var mei = await Larkspur.Person("Mei Tanaka");
        await owner.Go($"/larkspur/people/{mei.Key}/account");
        await owner.Field("Role").SelectOptionAsync(Roles.ItStaff);
        await owner.Button("Make one-time link").ClickAsync();
        var link = await owner.Page.Locator("#link").InnerTextAsync();
        Assert.StartsWith(Helios.Address + "/join/", link, StringComparison.Ordinal);

        var colleague = await Helios.Open();
        await colleague.Go(link);
        await colleague.Sees("Welcome, Mei Tanaka");
        Assert.Equal("mei.tanaka@larkspur.example", await colleague.Field("Work mail").InputValueAsync());
        await colleague.Field("Password").FillAsync("mei tanaka");
        colleague.Expects(422);
        await colleague.Button("Make account").ClickAsync();
        await colleague.Sees("This password has 10 characters.");
        await colleague.Field("Password").FillAsync(Person.Password);
        await colleague.Button("Make account").ClickAsync();
        await colleague.IsAt("/larkspur");
        await colleague.Sees(colleague.Page.GetByRole(AriaRole.Heading, new() { Name = ", Mei" }));

        // It is not shown again, and works once.
        await owner.Go($"/larkspur/people/{mei.Key}/account");
        await owner.Sees("IT staff");
        await owner.SeesNo(owner.Page.Locator("#link"));
        var late = await Helios.Open();
        late.Expects(404);
        await late.Go(link);
        await late.Sees("This link has been used or has run out");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_mail_address_are_told_alike()
    {
        await Larkspur.SetUp();
        var tab = await Helios.Open();
        await tab.Go("/larkspur/account");
        await tab.IsAt("/sign-in\\?return=.*");
        var words = new List<string>();
        foreach (var mail in new[] { "robin.lane@larkspur.example", "nobody@larkspur.example" })
        {
            await tab.Field("Work mail").FillAsync(mail);
            await tab.Field("Password").FillAsync("not this one at all");
            tab.Expects(422);
            await tab.Button("Sign in").ClickAsync();
            await tab.Sees(tab.Page.Locator("#errors"));
            words.Add(await tab.Page.Locator("#errors").InnerTextAsync());
            Assert.Equal(mail, await tab.Field("Work mail").InputValueAsync());
        }

        Assert.Equal(words[0], words[1]);
        await tab.Field("Work mail").FillAsync("Robin.Lane@larkspur.example");
        await tab.Field("Password").FillAsync(Person.Password);
        await tab.Button("Sign in").ClickAsync();
        await tab.IsAt("/larkspur/account");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_another_browser_can_be_signed_out_from_afar()
    {
        var here = await Helios.SignInAs(Roles.Owner);
        var there = await Helios.SignInAs(Roles.Owner);
        await here.Go("/larkspur/account/sessions");
        await here.Sees("This browser");
        var others = here.Main.GetByRole(AriaRole.Button, new() { Name = "Sign out" });
        for (var left = await others.CountAsync(); left > 0; left--)
        {
            await others.First.ClickAsync();
            await Expect(others).ToHaveCountAsync(left - 1);
        }

        await there.Go("/larkspur/account");
        await there.IsAt("/sign-in\\?return=.*");

        await here.Page.GetByRole(AriaRole.Button, new() { Name = "Your menu" }).ClickAsync();
        await here.Button("Sign out").ClickAsync();
        await here.IsAt("/sign-in");
        await here.IsTold("You are signed out");
        await here.Go("/larkspur");
        await here.IsAt("/sign-in.*");
    }
}
