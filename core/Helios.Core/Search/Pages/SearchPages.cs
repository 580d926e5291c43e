using System.Text.Json;
using Helios.Core.Search.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Labeling;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Helios.Web.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Helios.Core.Search.Pages;

/// <summary>The search's address: lines for the palette and the pickers, a page for whoever comes without scripts.</summary>
public sealed class SearchPages : PageSet
{
    const int LinesOfPalette = 20;
    const int LinesOfPage = 50;

    public override void Map(PageRoutes routes) => routes.Page("/search", SearchFeature.Use, Show);

    static Task<IResult> Show(PageRequest request)
    {
        // One address, two answers: neither may be taken for the other by a cache.
        request.Http.Response.Headers.Vary = HeaderNames.Accept;
        request.Http.Response.Headers.CacheControl = "private, no-cache";
        return WantsJson(request.Http.Request) ? Lines(request) : Page(request);
    }

    static bool WantsJson(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);

    static async Task<IResult> Lines(PageRequest request)
    {
        var outcome = await Ask(request, LinesOfPalette);
        if (!outcome.Succeeded)
            return new ProblemResult(outcome.Problem);
        var found = new Found([.. outcome.Value.Items.Select(item => LineOf(item, request.Labels.Kind(item.Kind)))], []);
        return Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(found, HeliosJson.Options), "application/json; charset=utf-8");
    }

    static async Task<IResult> Page(PageRequest request)
    {
        var outcome = await Ask(request, LinesOfPage);
        var registry = request.Registry;
        IReadOnlyList<EntityView> items = [];
        if (outcome.Succeeded)
            items = outcome.Value.Items;
        else
            request.Refused(outcome.Problem, Typed(request));
        var groups = items.GroupBy(item => item.Kind, StringComparer.Ordinal)
            .Select(group => (registry.Kind(group.Key)!, (IReadOnlyList<EntityView>)[.. group]));
        return await request.Show<SearchPage, SearchView>(new SearchView(Text(request), request.Query("kinds"), KnownTo(request, registry), [.. groups], LinesOfPage));
    }

    // Nothing typed finds nothing, and asks nobody.
    static Task<Outcome<SearchEverything.Result>> Ask(PageRequest request, int most) => Text(request) is { Length: > 0 } text
        ? request.Ask(new SearchEverything(text, KindsOf(request), most))
        : Task.FromResult<Outcome<SearchEverything.Result>>(new SearchEverything.Result([]));

    static string Text(PageRequest request) => request.Query("q")?.Trim() ?? "";

    static string[]? KindsOf(PageRequest request) =>
        request.Query("kinds")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } kinds ? kinds : null;

    static FormCollection Typed(PageRequest request) => new(new Dictionary<string, StringValues>(StringComparer.Ordinal) { ["q"] = Text(request) });

    static IReadOnlyList<KindDeclaration> KnownTo(PageRequest request, Registry registry) =>
        [.. registry.Kinds.Where(kind => !request.Scope.Organization!.ModulesOff.Contains(kind.Module.Id))];

    static FoundItem LineOf(EntityView item, Label kind) =>
        new(item.Kind, item.Key, item.Title, item.Subtitle, item.Href, item.Icon, kind.Many);
}
