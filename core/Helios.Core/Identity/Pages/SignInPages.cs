using Helios.Core.Identity.Sessions;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Core.Identity.Pages;

/// <summary>Signing in and out.</summary>
public sealed class SignInPages : PageSet
{
    public override void Map(PageRoutes routes)
    {
        routes.OpenPage("/sign-in", "It is where somebody becomes known.", Show);
        routes.OpenPost("/sign-in", "It is where somebody becomes known.", SignIn);
        routes.OpenPost("/sign-out", "Whoever has no session any more may still ask to end it.", SignOut);
    }

    static Task<IResult> Show(PageRequest request)
    {
        var back = LocalAddress.Of(request.Query("return"));
        return SignedIn.Of(request.Http) is { } who ? Task.FromResult(request.SeeOther(back ?? First(who))) : Page(request, back);
    }

    static Task<IResult> Page(PageRequest request, string? back) => request.Show<SignInPage, SignInView>(new SignInView(back));

    static string First(SignedIn who) => who.Organizations.Count > 0 ? "/" + who.Organizations[0].Slug : "/";

    static async Task<IResult> SignIn(PageRequest request, IFormCollection form)
    {
        var back = LocalAddress.Of(form["_return"]);
        var services = request.Http.RequestServices;
        var outcome = await services.GetRequiredService<SignInDesk>()
            .Try(form["mail"].ToString(), form["password"].ToString(), ClientAddress.Of(request.Http), request.Stop);
        if (outcome.Succeeded)
            return new SignedInResult(outcome.Value, back ?? "/");
        var shown = form.Where(field => field.Key == "mail").ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        return await Page(request.Refused(outcome.Problem, new FormCollection(shown)), back);
    }

    static async Task<IResult> SignOut(PageRequest request, IFormCollection form)
    {
        await request.Http.RequestServices.GetRequiredService<SessionStore>().End(request.Http);
        request.Http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return request.SeeOther("/sign-in", "You are signed out");
    }
}
