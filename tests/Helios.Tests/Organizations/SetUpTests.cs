using System.Net;
using Helios.Core.Organizations;
using Helios.Kernel.Secrets;
using Helios.Tests.Fixtures;
using Helios.Tests.Identity;
using Xunit;

namespace Helios.Tests.Organizations;

public sealed class SetUpTests
{
    static readonly (string, string)[] Good =
        [("organization", "Larkspur Labs"), ("slug", ""), ("name", "Amara Osei"), ("mail", "amara@larkspur.example"), ("password", "nine quiet herons")];

    [Fact]
    public async Task The_link_makes_organization_account_user_and_role_at_once_and_ends_at_home()
    {
        await using var house = await WebHouse.Start();
        var browser = house.NewBrowser();
        Assert.Contains("not set up yet", (await browser.Open("/")).Text, StringComparison.Ordinal);

        await Larkspur.SetUp(house, browser);

        var home = await browser.Open("/larkspur");
        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Contains("What to do first", home.Text, StringComparison.Ordinal);
        Assert.Equal(["/larkspur/locations/import", "/larkspur/people/import", "/larkspur/people", "/larkspur/desk/tickets/new"],
            home.Document.QuerySelectorAll("main .rows a.cover").Select(step => step.GetAttribute("href")!));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/_components")).Status);
        Assert.Equal("setup", await house.One<string>("select source from \"user\" where key = 'U-1' and name = 'Amara Osei' and is_staff"));
        Assert.Equal("owner", await house.One<string>("select m.role from platform.membership m join \"user\" u on u.id = m.user_id join platform.account a on a.id = m.account_id where a.mail_key = 'amara@larkspur.example'"));
        Assert.Equal(1L, await house.One<long>("select count(*) from event where action = 'OrganizationSetUp' and audience = 'internal'"));
        Assert.DoesNotContain("herons", await house.One<string>("select string_agg(body, ' ') from event_detail") ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_works_once_and_a_newer_one_ends_the_older()
    {
        await using var house = await WebHouse.Start();
        var browser = house.NewBrowser();
        var older = (await house.SetupLink())!;
        var newer = (await house.SetupLink())!;
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(older)).Status);

        var page = await browser.Open(newer);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Submit(page, newer, Good)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await house.NewBrowser().Open(newer)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Submit(page, newer, Good)).Status);
        var stranger = house.NewBrowser();
        var token = (await stranger.Open("/sign-in")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Post(newer, [.. Good, ("__RequestVerificationToken", token)])).Status);
        Assert.Null(await house.SetupLink());
        Assert.Equal(1L, await house.One<long>("select count(*) from platform.organization"));
    }

    [Fact]
    public async Task A_link_runs_out_after_a_day()
    {
        await using var house = await WebHouse.Start();
        var link = (await house.SetupLink())!;
        house.Time.Advance(SetupLink.Lifetime + TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await house.NewBrowser().Open(link)).Status);
    }

    [Theory]
    [InlineData("ab", "at least 3")]
    [InlineData("api", "uses the address")]
    [InlineData("sign-in", "uses the address")]
    [InlineData("healthz", "uses the address")]
    [InlineData("Larkspur Labs", "small letters")]
    public async Task A_slug_that_cannot_be_is_refused_with_the_way_out_and_what_was_typed_stays(string slug, string says)
    {
        await using var house = await WebHouse.Start();
        var browser = house.NewBrowser();
        var link = (await house.SetupLink())!;

        var refused = await browser.Submit(await browser.Open(link), link, [.. Good.Where(field => field.Item1 != "slug"), ("slug", slug)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(says, refused.Document.QuerySelector("#f-slug-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Amara Osei", refused.Document.QuerySelector("#f-name")!.GetAttribute("value"));
        Assert.False(refused.Document.QuerySelector("#f-password")!.HasAttribute("value"));
        Assert.Equal(0L, await house.One<long>("select count(*) from platform.account"));
    }

    [Theory]
    [InlineData("Müller & Söhne", "muller-sohne")]
    [InlineData("  Larkspur   Labs ", "larkspur-labs")]
    [InlineData("X", "x-it")]
    [InlineData("日本", "my-organization")]
    public void A_slug_follows_from_the_name(string name, string slug) => Assert.Equal(slug, Slugs.Suggest(name));

    [Fact]
    public async Task Home_leads_back_until_the_recovery_copy_is_proven_and_then_it_is_not_shown_again()
    {
        await using var house = await WebHouse.Start();
        var browser = house.NewBrowser();
        var link = (await house.SetupLink())!;
        await browser.Submit(await browser.Open(link), link, Good);
        Assert.Equal("/larkspur-labs/recovery-copy", (await browser.Open("/larkspur-labs")).Leads);

        var page = await browser.Open("/larkspur-labs/recovery-copy");
        Assert.DoesNotContain(house.Key.Id, page.Body, StringComparison.Ordinal);
        var shown = await browser.Submit(page, "/larkspur-labs/recovery-copy");
        Assert.Contains(house.Key.Id, shown.Body, StringComparison.Ordinal);
        Assert.Contains("no-store", shown.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("/larkspur-labs/recovery-copy", (await browser.Open("/larkspur-labs")).Leads);

        var proof = await browser.Open("/larkspur-labs/recovery-copy/proof");
        var asked = Places(proof);
        var words = RecoveryCopy.Words(house.Key);
        string[] right = [.. asked.Select(place => words[place - 1])];
        string[] others = [.. Enumerable.Range(1, words.Count).Except(asked).Take(3).Select(place => words[place - 1])];
        foreach (var (typed, says) in new[]
        {
            ("", "Type the words"), (string.Join(' ', others), $"Word {asked[0]} is not"), (string.Join(' ', right.Reverse()), $"Word {asked[0]} is not"), (right[0], "One word is typed, and 3 are asked for."),
            (RootKey.Make(house.Time).RecoveryCopy, "recovery copy of another key"),
        })
        {
            var refused = await browser.Submit(proof, "/larkspur-labs/recovery-copy/proof", ("words", typed));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(says, refused.Document.QuerySelector("#f-words-error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(asked, Places(refused));
            Assert.False(refused.Document.QuerySelector("#f-words")!.HasAttribute("value"));
            Assert.Equal("/larkspur-labs/recovery-copy", (await browser.Open("/larkspur-labs")).Leads);
        }

        await browser.Submit(proof, "/larkspur-labs/recovery-copy/proof", ("words", string.Join("  ", right).ToLowerInvariant().Replace('0', 'o')));
        Assert.Equal(HttpStatusCode.OK, (await browser.Open("/larkspur-labs")).Status);
        Assert.DoesNotContain(house.Key.Id, (await browser.Submit(page, "/larkspur-labs/recovery-copy")).Body, StringComparison.Ordinal);
    }

    static int[] Places(BrowserPage proof) =>
        [.. System.Text.RegularExpressions.Regex.Matches(proof.Document.QuerySelector("label[for=f-words]")!.TextContent, "[0-9]+", default, TimeSpan.FromSeconds(1)).Select(place => int.Parse(place.Value, System.Globalization.CultureInfo.InvariantCulture))];
}
