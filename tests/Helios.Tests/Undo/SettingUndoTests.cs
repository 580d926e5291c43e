using System.Net;
using System.Text.Json;
using Helios.Kernel.Jobs;
using Helios.Tests.Fixtures;
using Helios.Tests.Views;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Undo;

/// <summary>Undo of what belongs to no record: views, tags, schedules, fields, relations, modules (H-027). That each goes back whole is for the growing suite.</summary>
public sealed class SettingUndoTests(ViewHouse house) : IClassFixture<ViewHouse>
{
    [Fact]
    public async Task Everybody_takes_back_what_he_did_to_his_own_view_and_nobody_else_does()
    {
        var (view, _) = await Do(HttpMethod.Post, "/views", """{"kind":"ticket","name":"Quiet ones"}""", house.User);
        var (_, run) = await Do(HttpMethod.Patch, $"/views/{Id(view)}", """{"name":"Loud ones"}""", house.User);
        Assert.Equal(HttpStatusCode.Conflict, (await Undo(run, house.Staff)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Undo(run, house.User)).Status);
        Assert.Equal("Quiet ones", await Name(Id(view), house.User));
    }

    [Fact]
    public async Task A_view_that_was_made_private_since_is_not_changed_by_an_undo_of_others()
    {
        var (view, _) = await Do(HttpMethod.Post, "/views", """{"kind":"ticket","name":"Team"}""", house.Owner);
        await Do(HttpMethod.Put, $"/views/{Id(view)}/audience", """{"audience":"staff"}""", house.Owner);
        var (_, run) = await Do(HttpMethod.Patch, $"/views/{Id(view)}", """{"name":"Our team"}""", house.Staff);
        await Do(HttpMethod.Put, $"/views/{Id(view)}/audience", """{"audience":"me"}""", house.Owner);
        Refused(await Undo(run, house.Staff), "views.view.not_yours");
        Assert.Equal("Our team", await Name(Id(view), house.Owner));
    }

    [Fact]
    public async Task Where_a_tag_has_another_name_by_now_the_conflict_names_the_field_and_no_record()
    {
        var person = (await Do(HttpMethod.Post, "/users", """{"name":"Tess Tagged"}""", house.Owner)).Answer.GetProperty("key").GetString();
        await Do(HttpMethod.Post, $"/entities/{person}/tags", """{"tag":"Harbor"}""", house.Owner);
        var (_, first) = await Do(HttpMethod.Patch, "/tags/harbor", """{"name":"Quay"}""", house.Owner);
        var (_, second) = await Do(HttpMethod.Patch, "/tags/harbor", """{"name":"Pier","color":"teal"}""", house.Owner);
        var refused = await Undo(first, house.Owner);
        Refused(refused, "undo.run.changed_since");
        var error = ViewHouse.Json(refused).GetProperty("errors").EnumerateArray().Single();
        Assert.Equal(("name", "“name” holds something else by now."), (error.GetProperty("field").GetString(), error.GetProperty("text").GetString()));
        await Done(second);
        await Done(first);
        Assert.Contains("\"Harbor\"", (await house.Send(HttpMethod.Get, "/tags", house.Owner)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_goes_back_on_every_page_and_the_undo_is_told_where_the_change_was()
    {
        var (_, run) = await Do(HttpMethod.Put, "/labels/location", """{"one":"Berth","many":"Berths"}""", house.Owner);
        Assert.Contains("Berths", (await house.Larkspur.Owner.Open("/larkspur/locations")).Body, StringComparison.Ordinal);
        var undone = ViewHouse.Json(await Undo(run, house.Owner));
        Assert.Empty(undone.GetProperty("records").EnumerateArray());
        Assert.DoesNotContain("Berths", (await house.Larkspur.Owner.Open("/larkspur/locations")).Body, StringComparison.Ordinal);
        var told = ViewHouse.Json(await house.Send(HttpMethod.Get, "/entities/U-1/timeline", house.Owner)).GetProperty("items").EnumerateArray().Take(2).ToList();
        Assert.Equal("LabelSet", told[1].GetProperty("action").GetString());
        Assert.False(told[1].GetProperty("canUndo").GetBoolean());
        Assert.True(told[0].GetProperty("canUndo").GetBoolean());
    }

    [Fact]
    public async Task A_field_goes_only_while_nobody_has_filled_it_in()
    {
        var (field, made) = await Do(HttpMethod.Post, "/fields", """{"kind":"location","name":"Dock","type":"choice","choices":[{"label":"North"}]}""", house.Owner);
        var api = field.GetProperty("apiName").GetString();
        var (_, offered) = await Do(HttpMethod.Patch, $"/fields/{field.GetProperty("key").GetString()}", """{"choices":[{"value":"north","label":"North"},{"label":"South"}]}""", house.Owner, version: true);
        var (place, chosen) = await Do(HttpMethod.Post, "/locations", $$$"""{"name":"Slip 9","customFields":{"{{{api}}}":"south"}}""", house.Owner);
        Refused(await Undo(offered, house.Owner), "undo.run.filled_in");
        Refused(await Undo(made, house.Owner), "undo.run.changed_since");
        await Done(chosen);
        await Done(offered);
        await Do(HttpMethod.Post, "/locations", $$$"""{"name":"Slip 10","customFields":{"{{{api}}}":"north"}}""", house.Owner);
        Refused(await Undo(made, house.Owner), "undo.run.filled_in");
        Assert.NotEmpty(place.GetProperty("key").GetString()!);
    }

    [Fact]
    public async Task A_relation_goes_only_while_nothing_is_linked_by_it()
    {
        var (relation, made) = await Do(HttpMethod.Post, "/relations", """{"forward":"moors","backward":"is moored by"}""", house.Owner);
        var (one, _) = await Do(HttpMethod.Post, "/locations", """{"name":"Basin"}""", house.Owner);
        var (other, _) = await Do(HttpMethod.Post, "/locations", """{"name":"Outer basin"}""", house.Owner);
        var (_, linked) = await Do(HttpMethod.Post, $"/entities/{one.GetProperty("key").GetString()}/links", $$"""{"to":"{{other.GetProperty("key").GetString()}}","relation":"{{relation.GetProperty("name").GetString()}}"}""", house.Owner);
        Refused(await Undo(made, house.Owner), "undo.run.in_use");
        await Done(linked);
        await Done(made);
        Assert.DoesNotContain("moors", (await house.Send(HttpMethod.Get, "/relations", house.Owner)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_that_goes_back_takes_the_clock_of_the_schedules_along()
    {
        var (_, run) = await Do(HttpMethod.Patch, "/organization", """{"zone":"Pacific/Auckland"}""", house.Owner);
        await house.Larkspur.House.Services.GetRequiredService<Scheduler>().Look(TestContext.Current.CancellationToken);
        await using (var looked = house.Larkspur.House.Database.Owner.CreateCommand("update platform.schedule set next_at = now() where zone is null"))
            Assert.NotEqual(0, await looked.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        await Done(run);
        Assert.Equal("UTC", ViewHouse.Json(await house.Send(HttpMethod.Get, "/organization", house.Owner)).GetProperty("zone").GetString());
        await using var waiting = house.Larkspur.House.Database.Owner.CreateCommand("select count(*) from platform.schedule where zone is null and next_at is not null");
        Assert.Equal(0L, await waiting.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_was_made_goes_though_its_maker_watches_it_and_others_were_told()
    {
        var (ticket, run) = await Do(HttpMethod.Post, "/tickets", """{"subject":"Made by mistake"}""", house.Owner);
        var key = ticket.GetProperty("key").GetString();
        await Watched($"/entities/{key}/watchers");
        var (_, assigned) = await Do(HttpMethod.Put, $"/tickets/{key}/assignee", """{"assignee":"U-2"}""", house.Owner);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!(await house.Send(HttpMethod.Get, "/inbox", house.Staff)).Body.Contains($"\"{key}\"", StringComparison.Ordinal))
            await look.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        await Done(assigned);
        await Done(run);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Send(HttpMethod.Get, $"/tickets/{key}", house.Owner)).Status);
        Assert.DoesNotContain($"\"{key}\"", (await house.Send(HttpMethod.Get, "/inbox", house.Staff)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watcher_comes_and_goes()
    {
        var (place, _) = await Do(HttpMethod.Post, "/locations", """{"name":"Lookout"}""", house.Owner);
        var path = $"/entities/{place.GetProperty("key").GetString()}/watchers";
        await Watched(path);
        var (_, left) = await Do(HttpMethod.Post, path.Replace("watchers", "unwatch", StringComparison.Ordinal), "{}", house.Owner);
        Assert.Empty(ViewHouse.Json(await house.Send(HttpMethod.Get, path, house.Owner)).GetProperty("items").EnumerateArray());
        await Done(left);
        Assert.Single(ViewHouse.Json(await house.Send(HttpMethod.Get, path, house.Owner)).GetProperty("items").EnumerateArray());
    }

    static string Id(JsonElement view) => view.GetProperty("id").GetString()!;

    static void Refused(BrowserPage page, string code)
    {
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(code, ViewHouse.Json(page).GetProperty("code").GetString());
    }

    async Task<string?> Name(string view, string token) =>
        ViewHouse.Json(await house.Send(HttpMethod.Get, "/views?kind=ticket", token)).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("view").GetString() == view).GetProperty("name").GetString();

    /// <summary>Waits until the maker watches what he made, which follows a moment later.</summary>
    async Task Watched(string path)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!ViewHouse.Json(await house.Send(HttpMethod.Get, path, house.Owner)).GetProperty("items").EnumerateArray().Any())
            await look.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }

    async Task Done(string run)
    {
        var page = await Undo(run, house.Owner);
        Assert.True(page.Status is HttpStatusCode.OK, page.Body);
    }

    Task<BrowserPage> Undo(string run, string token) => house.Send(HttpMethod.Post, $"/undo/{run}", token, "{}");

    /// <summary>Does it and gives the answer with the run that undo names.</summary>
    async Task<(JsonElement Answer, string Run)> Do(HttpMethod method, string path, string json, string token, bool version = false)
    {
        var page = await house.Send(method, path, token, json, version);
        Assert.True(page.Response.IsSuccessStatusCode, page.Body);
        return (page.Body.Length == 0 ? default : ViewHouse.Json(page), page.Response.Headers.TryGetValues("Helios-Run", out var run) ? run.Single() : "");
    }
}
