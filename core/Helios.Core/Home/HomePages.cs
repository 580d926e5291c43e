using System.Globalization;
using Helios.Core.Organizations;
using Helios.Core.Organizations.Pages;
using Helios.Core.Samples;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Kernel.Secrets;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Core.Home;

/// <summary>The first page of an organization.</summary>
public sealed class HomePages : PageSet
{
    public override void Map(PageRoutes routes) => routes.Page("", HomeFeature.Read, Show);

    static async Task<IResult> Show(PageRequest request)
    {
        var services = request.Http.RequestServices;
        if (request.Scope.Actor.Can(OrganizationsFeature.Manage) && await LacksRecovery(services, request.Stop))
            return request.SeeOther(request.Address(OrganizationPages.Recovery));

        var registry = services.GetRequiredService<Registry>();
        var steps = await Task.WhenAll(Mine(registry, request.Scope, (HomeStep step) => step.Permission).OrderBy(step => step.Order).Select(async step => (step, await step.IsDone(request))));
        var tiles = await Task.WhenAll(Mine(registry, request.Scope, (HomeTile tile) => tile.Permission).OrderBy(tile => tile.Order).Select(async tile => (tile.Wide, Card: await tile.Show(request))));
        var open = steps.Count(step => !step.Item2);
        var now = TimeZoneInfo.ConvertTime(services.GetRequiredService<TimeProvider>().GetUtcNow(), request.Scope.Zone);
        return await request.Show<HomePage, HomeView>(new HomeView(
            $"{Greeting(now.Hour)}, {request.Scope.Actor.Name.Split(' ')[0]}",
            $"{now.ToString("dddd, d MMMM", CultureInfo.CurrentCulture)}. {Situation(open, tiles.Any(tile => tile.Card is not null))}",
            open > 0 ? steps : [],
            Cards(tiles, wide: true),
            Cards(tiles, wide: false)));
    }

    /// <summary>Nobody misses a sample that is lost.</summary>
    static async Task<bool> LacksRecovery(IServiceProvider services, CancellationToken stop) =>
        services.GetService<SampleMode>() is null && !await services.GetRequiredService<RecoveryState>().IsSaved(stop);

    static IEnumerable<T> Mine<T>(Registry registry, Scope scope, Func<T, string> permission) => registry.Contributions<T>()
        .Where(one => !scope.Organization!.ModulesOff.Contains(one.Module.Id) && scope.Actor.Can(permission(one.Value)))
        .Select(one => one.Value);

    static IReadOnlyList<RenderFragment> Cards((bool Wide, RenderFragment? Card)[] tiles, bool wide) =>
        [.. tiles.Where(tile => tile.Wide == wide).Select(tile => tile.Card).OfType<RenderFragment>()];

    static string Greeting(int hour) => hour switch
    {
        < 5 or >= 18 => "Good evening",
        < 12 => "Good morning",
        _ => "Good afternoon",
    };

    static string Situation(int open, bool hasWork) => open switch
    {
        1 => "One first step is left.",
        > 1 => $"{open} first steps bring your organization in.",
        _ => hasWork ? "This is what waits for you." : "Everything is quiet.",
    };
}
