using System.Text.Json;
using Helios.Core.Panels.Queries;
using Helios.Core.Settings;
using Helios.Core.Tags.Commands;
using Helios.Core.Tags.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Tags.Pages;

/// <summary>The tags of a record of any kind, completion, and the tags in the settings.</summary>
public sealed class TagPages : PageSet
{
    /// <summary>The tags in the settings.</summary>
    public const string Settings = "/settings/tags";

    const string Tags = "/entities/{entity}/tags";
    const string One = Settings + "/{tag}";

    public override void Map(PageRoutes routes)
    {
        routes.Page(Tags, TagsFeature.Write, ShowNew);
        routes.Form<AddTag, TagView>(Tags, (request, _, tag) => Back(request, $"Tagged {tag.Name}"), ShowNew);
        routes.Form<RemoveTag, Nothing>(Tags + "/{tag}/remove", (request, _, _) => Back(request, "Tag removed"));
        routes.Other(HttpMethods.Get, "/tags/find", TagsFeature.Read, Find);
        routes.Page(Settings, TagsFeature.Manage, ShowAll);
        routes.Page(One, TagsFeature.Manage, ShowOne);
        routes.Form<UpdateTag, TagView>(One, (request, _, tag) => Done(request, $"“{tag.Name}” saved"), ShowOne);
        routes.Form<MergeTags, MergeTags.Result>(One + "/merge", (request, _, merged) => Done(request, merged.IsDone ? $"Merged into “{merged.Into.Name}”" : $"Merging into “{merged.Into.Name}”"), ShowOne);
        routes.Form<ArchiveTag, TagView>(One + "/archive", (request, _, tag) => Done(request, $"“{tag.Name}” archived"), ShowAll);
        routes.Form<RestoreTag, TagView>(One + "/restore", (request, _, tag) => Done(request, $"“{tag.Name}” restored"), ShowAll);
    }

    static async Task<IResult> ShowNew(PageRequest request)
    {
        var found = await request.Ask(new GetEntity(new EntityRef<Entity>(request.Route("entity"))));
        return await request.Show<TagPage, TagFormView>(found.Map(entity => new TagFormView(entity)));
    }

    /// <summary>Tags as pickers read them. What is sent is the name: a new one is made of what was typed.</summary>
    static async Task<IResult> Find(PageRequest request)
    {
        request.Http.Response.Headers.CacheControl = "private, no-cache";
        var found = await request.Ask(new ListTags(request.Query("q") is { Length: <= Tag.Longest } typed ? typed : null));
        var lines = (found.Value?.Items ?? []).Select(tag => new { Kind = "tag", Key = tag.Name, Title = tag.Name, Href = "", Icon = "tag" });
        return Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(new { Items = lines, Commands = Array.Empty<string>() }, HeliosJson.Options), "application/json; charset=utf-8");
    }

    static Task<IResult> ShowAll(PageRequest request) => Show(request, new CountTags(request.Query("after")), edited: null);

    static Task<IResult> ShowOne(PageRequest request) => Show(request, new CountTags(Limit: 1) { Key = request.Route("tag") }, request.Route("tag"));

    static async Task<IResult> Show(PageRequest request, CountTags query, string? edited)
    {
        var found = await request.Ask(query);
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        if (edited is not null && found.Value.Items.Count == 0)
            return request.Refuse(Problem.NotFound("such tag"));
        return await request.Show<TagSettingsPage, TagSettingsView>(new TagSettingsView(
            SettingsTabs.For(request), found.Value.Items,
            found.Value.Next is { } next ? request.Address($"{Settings}?after={Uri.EscapeDataString(next)}") : null,
            edited is null ? null : found.Value.Items[0]));
    }

    static IResult Done(PageRequest request, string toast) => request.SeeOther(request.Address(Settings), toast);

    /// <summary>By its key alone, since the form does not know the record's kind.</summary>
    static IResult Back(PageRequest request, string toast) => request.SeeOther(request.Address($"/entities/{request.Route("entity")}"), toast);
}
