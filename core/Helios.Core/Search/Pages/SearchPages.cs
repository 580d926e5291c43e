using Helios.Core.Search.Queries;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Search.Pages;

/// <summary>The search: JSON for the palette and the pickers, a page for whoever has no scripts.</summary>
public sealed class SearchPages : PageSet
{
    const int ShownInPalette = 12;
    const int ShownOnPage = 50;

    public override void Map(PageRoutes routes) => routes.Page("/search", SearchFeature.Use, Answer);

    static async Task<IResult> Answer(PageRequest request)
    {
        var text = request.Query("q")?.Trim() ?? "";
        request.Http.Response.Headers.Vary = "Accept";
        return request.Http.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal)
            ? await Found(request, text)
            : await Show(request, text);
    }

    static async Task<IResult> Found(PageRequest request, string text)
    {
        var found = await Ask(request, text, request.Query("kinds")?.Split(',', StringSplitOptions.RemoveEmptyEntries), ShownInPalette);
        request.Http.Response.Headers.CacheControl = "private, no-store";
        return found.Succeeded
            ? Results.Json(new { items = found.Value.Items }, HeliosJson.Options)
            : Results.Json(new { found.Problem.Code, found.Problem.Text }, HeliosJson.Options, statusCode: StatusCodes.Status400BadRequest);
    }

    static async Task<IResult> Show(PageRequest request, string text)
    {
        var found = await Ask(request, text, kinds: null, ShownOnPage);
        return await request.Show<SearchPage, SearchView>(new SearchView(text, found.Value?.Items ?? [], found.Problem?.Fields.FirstOrDefault()?.Text ?? found.Problem?.Text));
    }

    static async Task<Outcome<SearchEverything.Result>> Ask(PageRequest request, string text, string[]? kinds, int limit) =>
        text.Length == 0 ? new SearchEverything.Result([]) : await request.Ask(new SearchEverything(text, kinds, limit));
}
