using System.Net;
using System.Text.Json;
using Xunit;

namespace Helios.Tests.Views;

/// <summary>Views by REST: who sees which, who may change which, and that a view's filter gives the same rows in the API.</summary>
public sealed class SavedViewTests(ViewHouse house) : IClassFixture<ViewHouse>
{
    [Theory]
    [InlineData("me", false, false)]
    [InlineData("owner", false, false)]
    [InlineData("staff", true, false)]
    [InlineData("it_staff", true, false)]
    [InlineData("user", false, true)]
    [InlineData("everybody", true, true)]
    public async Task A_view_is_seen_by_those_with_whom_it_is_shared(string audience, bool byStaff, bool byUser)
    {
        var view = await Create(house.Owner, $"For {audience}", audience);
        Assert.Contains(view, await Names(house.Owner));
        Assert.Equal(byStaff, (await Names(house.Staff)).Contains(view));
        Assert.Equal(byUser, (await Names(house.User)).Contains(view));
    }

    [Fact]
    public async Task Others_copy_a_shared_view_and_change_the_copy()
    {
        var shared = await Create(house.Owner, "Everybody's", "everybody");
        var refused = await house.Send(HttpMethod.Patch, $"/views/{shared}", house.User, """{"name":"Mine now"}""");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("views.view.not_yours", refused.Body, StringComparison.Ordinal);
        var copy = ViewHouse.Json(await house.Send(HttpMethod.Post, $"/views/{shared}/copy", house.User, "{}")).GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await house.Send(HttpMethod.Patch, $"/views/{copy}", house.User, """{"name":"Mine now"}""")).Status);
        Assert.DoesNotContain(copy, await Names(house.Owner));
        Assert.Equal(HttpStatusCode.NotFound, (await house.Send(HttpMethod.Patch, $"/views/{copy}", house.Owner, """{"name":"Not yours"}""")).Status);
    }

    [Fact]
    public async Task Who_may_not_share_keeps_views_for_himself()
    {
        var view = await Create(house.User, "Mine", "me");
        var refused = await house.Send(HttpMethod.Put, $"/views/{view}/audience", house.User, """{"audience":"everybody"}""");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("views:share", refused.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(view, await Names(house.Owner));
    }

    [Fact]
    public async Task A_deleted_view_is_gone_and_comes_back_where_it_stood()
    {
        var view = await Create(house.Staff, "Short of life", "staff");
        await house.Send(HttpMethod.Put, $"/lists/ticket/views/{view}/place", house.Staff, """{"pinned":true}""");
        Assert.Equal(HttpStatusCode.OK, (await house.Send(HttpMethod.Delete, $"/views/{view}", house.Staff)).Status);
        Assert.DoesNotContain(view, await Names(house.Owner));
        Assert.Equal(HttpStatusCode.OK, (await house.Send(HttpMethod.Post, $"/views/{view}/restore", house.Staff, "{}")).Status);
        Assert.Contains(view, await Names(house.Owner));
        Assert.True((await Items(house.Staff)).Single(one => one.GetProperty("view").GetString() == view).GetProperty("isPinned").GetBoolean());
    }

    [Theory]
    [InlineData("""{"kind":"ticket","name":"Odd","filter":"stauts:open"}""", "stauts", 0)]
    [InlineData("""{"kind":"ticket","name":"Odd","filter":"status:opne"}""", "opne", 7)]
    [InlineData("""{"kind":"ticket","name":"Odd","sort":"subject"}""", "subject", 0)]
    [InlineData("""{"kind":"ticket","name":"Odd","columns":["shoe_size"]}""", "shoe_size", null)]
    [InlineData("""{"kind":"import","name":"Odd"}""", "import", null)]
    public async Task What_the_list_cannot_show_is_not_kept(string body, string part, int? position)
    {
        var refused = await house.Send(HttpMethod.Post, "/views", house.Owner, body);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var error = ViewHouse.Json(refused).GetProperty("errors")[0];
        Assert.Contains(part, error.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(position, error.TryGetProperty("position", out var at) ? at.GetInt32() : null);
    }

    [Fact]
    public async Task Places_are_each_persons_own()
    {
        var view = await Create(house.Owner, "First of all", "staff");
        Assert.Equal(HttpStatusCode.NoContent, (await house.Send(HttpMethod.Put, $"/lists/ticket/views/{view}/place", house.Staff, """{"default":true,"position":0}""")).Status);
        var theirs = await Items(house.Staff);
        Assert.Equal(view, theirs[0].GetProperty("view").GetString());
        Assert.Equal([view], theirs.Where(one => one.GetProperty("isDefault").GetBoolean()).Select(one => one.GetProperty("view").GetString()));
        var mine = await Items(house.Owner);
        Assert.NotEqual(view, mine[0].GetProperty("view").GetString());
        Assert.Equal("open", mine.Single(one => one.GetProperty("isDefault").GetBoolean()).GetProperty("view").GetString());
    }

    [Fact]
    public async Task Pinned_views_are_counted_as_their_list_counts()
    {
        foreach (var subject in new[] { "One lamp", "Two lamps" })
            await house.Larkspur.Api("/tickets", house.Owner, json: $$"""{"subject":"{{subject}}","priority":"urgent"}""");
        var view = ViewHouse.Json(await house.Send(HttpMethod.Post, "/views", house.Owner, """{"kind":"ticket","name":"Burning","filter":"priority:urgent","pinned":true}""")).GetProperty("id").GetString();
        var counts = ViewHouse.Json(await house.Larkspur.Api("/view-counts", house.Owner)).GetProperty("items").EnumerateArray();
        var list = ViewHouse.Json(await house.Larkspur.Api("/tickets?q=priority:urgent&count=true", house.Owner));
        Assert.Equal(list.GetProperty("total").GetInt32(), counts.Single(one => one.GetProperty("view").GetString() == view).GetProperty("total").GetInt32());
    }

    async Task<string> Create(string token, string name, string audience)
    {
        var view = ViewHouse.Json(await house.Send(HttpMethod.Post, "/views", token, $$"""{"kind":"ticket","name":"{{name}}","filter":"status:open"}""")).GetProperty("id").GetString()!;
        if (audience is not "me")
            Assert.Equal(HttpStatusCode.OK, (await house.Send(HttpMethod.Put, $"/views/{view}/audience", token, $$"""{"audience":"{{audience}}"}""")).Status);
        return view;
    }

    async Task<List<JsonElement>> Items(string token) => [.. ViewHouse.Json(await house.Larkspur.Api("/views?kind=ticket", token)).GetProperty("items").EnumerateArray()];

    async Task<List<string>> Names(string token) => [.. (await Items(token)).Select(view => view.GetProperty("view").GetString()!)];
}
