using System.Collections.Frozen;
using Helios.Web.Components.Forms;
using Helios.Web.Components.Shell;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helios.Web.Components.Gallery;

/// <summary>Pages that show every component in every state. For development only.</summary>
public static class GalleryEndpoints
{
    static readonly FrozenDictionary<string, Type> Pages = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        [""] = typeof(GalleryPage),
        ["data"] = typeof(GalleryDataPage),
        ["board"] = typeof(GalleryBoardPage),
        ["table"] = typeof(GalleryTablePage),
        ["list"] = typeof(GalleryListPage),
        ["record"] = typeof(GalleryRecordPage),
        ["form"] = typeof(GalleryFormPage),
        ["empty"] = typeof(GalleryEmptyPage),
        ["loading"] = typeof(GalleryLoadingPage),
        ["sign-in"] = typeof(GallerySignInPage),
        ["not-found"] = typeof(GalleryNotFoundPage),
        ["failed"] = typeof(GalleryFailedPage),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Maps the component pages under <c>/_components</c>. Map them in development only: they need no sign-in and show a sample.</summary>
    /// <remarks>Parameters <c>theme</c>, <c>contrast</c> and <c>density</c> choose the look. A POST to <c>form</c> is always refused.</remarks>
    public static IEndpointConventionBuilder MapComponentGallery(this IEndpointRouteBuilder routes)
    {
        var gallery = routes.MapGroup(GallerySample.Root);
        gallery.MapMethods("/search", [HttpMethods.Get], GallerySearch.AnswerAsync);
        gallery.MapMethods("/form", [HttpMethods.Post], RefuseAsync);
        gallery.MapMethods("/reply", [HttpMethods.Post], context => SeeOtherAsync(context, GallerySample.Root + "/record"));
        gallery.MapMethods("/record/{key}", [HttpMethods.Get], context => RenderAsync(context, typeof(GalleryRecordPage), StatusCodes.Status200OK, FormState.Fresh));
        gallery.MapMethods("/{page?}", [HttpMethods.Get], ShowAsync);
        return gallery;
    }

    static Task ShowAsync(HttpContext context)
    {
        if (Pages.TryGetValue(context.Request.RouteValues["page"] as string ?? "", out var page))
            return RenderAsync(context, page, StatusCodes.Status200OK, FormState.Fresh);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    static async Task RefuseAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var state = new FormState
        {
            Values = form.ToDictionary(f => f.Key, f => (string?)f.Value.ToString(), StringComparer.Ordinal),
            Errors = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["title"] = "Add at least 8 characters, so that others can find it. Example: “Printer on floor 3 jams”.",
                ["location"] = "Choose a location, or make one first.",
            },
        };
        await RenderAsync(context, typeof(GalleryFormPage), StatusCodes.Status422UnprocessableEntity, state);
    }

    static Task SeeOtherAsync(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
        return Task.CompletedTask;
    }

    static Task RenderAsync(HttpContext context, Type page, int status, FormState state)
    {
        var query = context.Request.Query;
        var appearance = new Appearance { Theme = query["theme"], Contrast = query["contrast"], Density = query["density"], Direction = query["dir"], Navigation = query["nav"] };
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(GallerySheet.Appearance)] = appearance, [nameof(GallerySheet.State)] = state, [nameof(GallerySheet.IsPeek)] = Peek.Is(context) };
        return new PageResult(page, parameters, status).ExecuteAsync(context);
    }
}
