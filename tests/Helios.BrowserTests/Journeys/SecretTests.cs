using Helios.BrowserTests.Fixtures;
using Helios.Core.Secrets.Commands;
using Helios.Kernel.Scopes;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Helios.BrowserTests.Journeys;

/// <summary>A secret arrives masked, stays for a while, and is nowhere afterwards.</summary>
public sealed class SecretTests(RunningHelios helios) : Journey(helios)
{
    const string Value = "relay-token-4711";

    [Fact]
    public async Task A_secret_is_added_revealed_masked_shown_and_hidden_again()
    {
        var tab = await Helios.SignInAs(Roles.Owner);
        await tab.Go("/larkspur/settings/secrets/new");
        await tab.Field("Name").FillAsync("Mail relay");
        await tab.Field("Value").FillAsync(Value);
        await tab.Button("Add secret").ClickAsync();
        await tab.IsAt("/larkspur/settings/secrets/SEC-\\d+");

        await tab.Field("Why do you need it?").FillAsync("Renewal, T-12");
        await tab.Button("Reveal value").ClickAsync();
        var value = tab.Page.Locator("#value");
        await tab.Sees(value);
        Assert.Equal("disc", await Mask());
        await tab.Sees("Hidden in");
        Assert.Empty(await Inspection.Of(tab, "secret-revealed"));
        await tab.Button("Show").ClickAsync();
        Assert.Equal("none", await Mask());
        Assert.Equal(Value, await value.InnerTextAsync());

        await tab.Keyboard.PressAsync("Escape");
        await tab.SeesNo(value);
        await tab.Sees("The secret is hidden again.");
        Assert.DoesNotContain(Value, await tab.Page.ContentAsync(), StringComparison.Ordinal);
        await tab.Link("Reveal again").ClickAsync();
        await tab.Sees(tab.Button("Reveal value"));

        Task<string> Mask() => value.EvaluateAsync<string>("element => getComputedStyle(element).webkitTextSecurity");
    }

    [Fact]
    public async Task After_its_time_and_on_the_way_back_the_value_is_gone()
    {
        var owner = (await Larkspur.SetUp()).Scope;
        var made = await Larkspur.Run(new CreateSecret("Backup bucket", Value), owner);
        var tab = await Helios.SignInAs(Roles.Owner);
        await tab.Go($"/larkspur/settings/secrets/{made.Key}");
        tab.Spend();
        await tab.Page.Clock.InstallAsync();
        await Reveal();
        await tab.Page.Clock.FastForwardAsync(31_000);
        await tab.Sees("The secret is hidden again.");
        Assert.DoesNotContain(Value, await tab.Page.ContentAsync(), StringComparison.Ordinal);

        await tab.Link("Reveal again").ClickAsync();
        await tab.Sees(tab.Button("Reveal value"));
        await Reveal();
        await tab.Link("Secrets").First.ClickAsync();
        await tab.IsAt("/larkspur/settings/secrets");
        await tab.Page.GoBackAsync();
        await Expect(tab.Button("Reveal value")).ToBeVisibleAsync();
        Assert.DoesNotContain(Value, await tab.Page.ContentAsync(), StringComparison.Ordinal);

        async Task Reveal()
        {
            await tab.Field("Why do you need it?").FillAsync("Renewal, T-12");
            await tab.Button("Reveal value").ClickAsync();
            await tab.Sees(tab.Page.Locator("#value"));
        }
    }

    [Fact]
    public async Task Without_scripts_the_value_comes_plain_on_a_page_that_nobody_keeps()
    {
        var owner = (await Larkspur.SetUp()).Scope;
        var made = await Larkspur.Run(new CreateSecret("Status page", Value), owner);
        var tab = await Helios.SignInAs(Roles.Owner, scripts: false);
        await tab.Go($"/larkspur/settings/secrets/{made.Key}");
        await tab.Field("Why do you need it?").FillAsync("Renewal, T-12");
        await tab.Button("Reveal value").ClickAsync();

        Assert.Equal(Value, await tab.Page.Locator("#value").InnerTextAsync());
        await tab.Link("Hide").ClickAsync();
        await tab.Sees(tab.Button("Reveal value"));
    }
}
