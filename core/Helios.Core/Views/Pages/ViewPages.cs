using Helios.Core.Views.Commands;
using Helios.Core.Views.Queries;
using Helios.Kernel.Problems;
using Helios.Web.Components.Shell;
using Helios.Web.Lists;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Core.Views.Pages;

/// <summary>Where views are kept, and the pinned ones with their counts. What a view shows stands on the page of its list.</summary>
public sealed class ViewPages : PageSet
{
    /// <summary>Where views are kept.</summary>
    public const string Root = "/views";

    const string One = Root + "/{view}";

    /// <summary>Where a person's places of the views of a list are kept.</summary>
    public static string Places(string kind) => $"/lists/{kind}/views";

    public override void Map(PageRoutes routes)
    {
        routes.Page(One, ViewsFeature.Own, request => Open(request));
        routes.Other(HttpMethods.Get, "/pinned-views", ViewsFeature.Own, Pinned);
        routes.Form<CreateView, ViewChanged>(Root, (request, _, view) => See(request, view, $"View “{view.Name}” saved"));
        routes.Form<UpdateView, ViewChanged>(One + "/edit", (request, _, view) => See(request, view, $"View “{view.Name}” saved"));
        routes.Form<ShareView, ViewChanged>(One + "/audience", (request, _, view) => See(request, view, $"“{view.Name}” is shared as you said"));
        routes.Form<CopyView, ViewChanged>(One + "/copy", (request, _, view) => See(request, view, $"“{view.Name}” is yours"));
        routes.Form<RestoreView, ViewChanged>(One + "/restore", (request, _, view) => See(request, view, $"View “{view.Name}” is back"));
        routes.Form<DeleteView, ViewChanged>(One + "/delete", (request, _, view) => request.SeeOther(request.Address(PathOf(request, view.Kind)), $"View “{view.Name}” deleted"));
        routes.Form<PlaceView, Nothing>(Places("{kind}") + "/{view}", (request, placed, _) => request.SeeOther(request.Address($"{Root}/{placed.View}?kind={placed.Kind}"), Placed(placed)));
    }

    /// <summary>The list with the view: an address that stays the same when the view changes.</summary>
    static async Task<IResult> Open(PageRequest request)
    {
        var views = (await request.Ask(new ListViews())).Value?.Items ?? [];
        var named = request.Route("view");
        var kind = request.Query("kind");
        return views.FirstOrDefault(view => view.View == named && (kind is null || view.Kind == kind)) is { } found
            ? request.SeeOther(AddressOf(request, found))
            : request.Refuse(Problem.NotFound("view"));
    }

    static async Task<IResult> Pinned(PageRequest request)
    {
        // It is a part of every page; by itself it is nothing to read.
        if (!request.Http.Request.Headers.ContainsKey("Turbo-Frame"))
            return request.SeeOther(request.Address(""));
        await request.Ask(new CountViews());
        var pinned = await request.Http.RequestServices.GetRequiredService<PinnedPlaces>().For(request, request.Query("current"));
        request.Http.Response.Headers.CacheControl = "private, no-store";
        return new RazorComponentResult<PinnedViews>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(PinnedViews.Items)] = pinned.Items }) { PreventStreamingRendering = true };
    }

    static IResult See(PageRequest request, ViewChanged view, string toast) => request.SeeOther(request.Address($"{Root}/{view.Id}"), toast);

    static string Placed(PlaceView placed) => placed switch
    {
        { Pinned: { IsPresent: true, Value: true } } => "Pinned to the side bar",
        { Pinned.IsPresent: true } => "Unpinned",
        { Default.IsPresent: true } => "The list opens with this view",
        _ => "View moved",
    };

    /// <summary>The list's page as the view shows it.</summary>
    internal static string AddressOf(PageRequest request, ViewRow view) =>
        new ListAddress(request.Address(PathOf(request, view.Kind)), view.Filter, view.Sort) { Columns = view.Columns, View = view.View }.First;

    internal static string PathOf(PageRequest request, string kind) => Registry(request).Contributions<EntityList>().FirstOrDefault(list => list.Value.Kind == kind)?.Value.Path ?? "";

    static Kernel.Modules.Registry Registry(PageRequest request) => request.Http.RequestServices.GetRequiredService<Kernel.Modules.Registry>();
}
