using System.Text.Json;
using Helios.Core.Comments.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Comments.Pages;

/// <summary>The address at which a composer asks whom it can mention.</summary>
public sealed class MentionPages : PageSet
{
    public override void Map(PageRoutes routes) => routes.Other(HttpMethods.Get, "/entities/{entity}/mentionable", CommentsFeature.Mention, Find);

    static async Task<IResult> Find(PageRequest request)
    {
        request.Http.Response.Headers.CacheControl = "private, no-cache";
        var typed = request.Query("q") is { Length: <= 100 } text ? text : null;
        var found = await request.Ask(new ListMentionable(new EntityRef<Entity>(request.Route("entity")), typed));
        var lines = (found.Value?.Items ?? []).Select(person => new { Kind = "user", person.Key, Title = person.Name, Subtitle = person.Title, Href = request.Address($"/people/{person.Key}") });
        return Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(new { Items = lines, Commands = Array.Empty<string>() }, HeliosJson.Options), "application/json; charset=utf-8");
    }
}
