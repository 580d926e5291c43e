using System.Net;
using Helios.Core.Identity.Tokens;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Identity;

public sealed class TokenTests(Larkspur larkspur) : IClassFixture<Larkspur>
{
    [Fact]
    public async Task A_token_is_shown_once_in_an_answer_that_nothing_keeps()
    {
        var made = await larkspur.Owner.Submit(await larkspur.Owner.Open("/larkspur/account/tokens"), "/larkspur/account/tokens", ("name", "script"), ("days", "30"));
        var token = made.Document.QuerySelector("#token")!;
        Assert.Contains("no-store", made.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.NotNull(token.Closest("turbo-frame"));
        Assert.NotNull(token.Closest("[data-turbo-temporary]"));
        Assert.True(TokenText.IsWellFormed(token.TextContent));

        var list = await larkspur.Owner.Open("/larkspur/account/tokens");
        Assert.DoesNotContain(token.TextContent, list.Body, StringComparison.Ordinal);
        Assert.Contains(TokenText.HandleOf(token.TextContent), list.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(TokenText.HandleOf(token.TextContent)[..5] + "X", await larkspur.House.One<string>("select string_agg(body, ' ') from event_detail") ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_acts_as_its_owner_until_it_is_revoked()
    {
        var token = await Larkspur.Token(larkspur.Owner, "to be revoked");
        var answer = await larkspur.Api("/account", token);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("\"amara@larkspur.example\"", answer.Body, StringComparison.Ordinal);
        Assert.NotNull(await larkspur.House.One<DateTime?>("select last_used_at from platform.access_token where name = 'to be revoked'"));

        var page = await larkspur.Owner.Open("/larkspur/account/tokens");
        var id = await larkspur.House.One<Guid>("select id from platform.access_token where name = 'to be revoked'");
        await larkspur.Owner.Submit(page, $"/larkspur/account/tokens/{id}/revoke");

        Assert.Equal(HttpStatusCode.Unauthorized, (await larkspur.Api("/account", token)).Status);
    }

    [Fact]
    public async Task Many_callers_at_once_do_not_get_into_each_others_way()
    {
        const int callers = 16;
        const int requests = 100;
        var token = await Larkspur.Token(larkspur.Owner, "shared by many");
        var answers = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            List<HttpStatusCode> got = [];
            for (var i = 0; i < requests; i++)
                got.Add((await larkspur.Api("/account", token)).Status);
            return got;
        })));

        // The token's allowance ends somewhere on the way.
        Assert.All(answers.SelectMany(got => got), status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, status.ToString()));
    }

    [Fact]
    public async Task Absent_mistyped_unknown_and_ended_tokens_get_the_same_answer()
    {
        var token = await Larkspur.Token(larkspur.Owner, "ends");
        await larkspur.House.Sql("update platform.access_token set expires_at = now() - interval '1 hour' where name = 'ends'");
        var mistyped = token[..^1] + (token[^1] == 'a' ? 'b' : 'a');

        var answers = new List<BrowserPage>();
        foreach (var one in new[] { null, "nonsense", mistyped, TokenText.Create(), token })
            answers.Add(await larkspur.Api("/account", one));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.Status));
        Assert.Single(answers.Select(answer => answer.Body[..answer.Body.IndexOf("requestId", StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_token_is_good_for_its_organization_only()
    {
        var token = await Larkspur.Token(larkspur.Owner, "here only");
        Assert.Equal(HttpStatusCode.OK, (await larkspur.Api("/account", token, "larkspur")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await larkspur.Api("/account", token, "aster")).Status);
    }

    [Fact]
    public async Task Cookies_do_not_open_the_api_and_tokens_do_not_open_pages()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await larkspur.Owner.Open("/api/v1/account")).Status);
        var request = new HttpRequestMessage(HttpMethod.Get, "/larkspur/account");
        request.Headers.Add("Authorization", "Bearer " + await Larkspur.Token(larkspur.Owner, "no pages"));
        Assert.StartsWith("/sign-in", (await larkspur.House.NewBrowser().Send(request)).Leads, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_change_of_one_letter_is_found_without_the_database()
    {
        var token = TokenText.Create();
        Assert.True(TokenText.IsWellFormed(token));
        for (var i = 0; i < token.Length; i++)
            Assert.False(TokenText.IsWellFormed(token[..i] + (token[i] == 'q' ? 'Q' : 'q') + token[(i + 1)..]));
        Assert.False(TokenText.IsWellFormed(token + "0"));
        Assert.False(TokenText.IsWellFormed(token[..^1]));
    }
}
