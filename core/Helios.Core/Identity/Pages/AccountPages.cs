using Helios.Core.Identity.Commands;
using Helios.Core.Identity.Queries;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Core.Identity.Pages;

/// <summary>The actor's own account: password, browsers, tokens, look.</summary>
public sealed class AccountPages : PageSet
{
    const string Root = "/account";

    public override void Map(PageRoutes routes)
    {
        routes.Page(Root, IdentityFeature.Own, Profile);
        routes.Form<ChangePassword, Nothing>(Root + "/password", (request, _, _) => request.SeeOther(request.Address(Root), "Password changed; other browsers are signed out"), Profile);
        routes.Page(Root + "/sessions", IdentityFeature.Own, Sessions);
        routes.Form<RevokeSession, Nothing>(Root + "/sessions/{session}/revoke", (request, _, _) => request.SeeOther(request.Address(Root + "/sessions"), "Browser signed out"), Sessions);
        routes.Page(Root + "/tokens", IdentityFeature.Own, request => Tokens(request, made: null));
        routes.Form<CreateToken, CreateToken.Result>(Root + "/tokens", (request, _, made) => new SecretResult(() => Tokens(request, made)), request => Tokens(request, made: null));
        routes.Form<RevokeToken, Nothing>(Root + "/tokens/{token}/revoke", (request, _, _) => request.SeeOther(request.Address(Root + "/tokens"), "Token revoked"), request => Tokens(request, made: null));
        routes.Page(Root + "/appearance", IdentityFeature.Own, Appearance);
        routes.Form<SetAppearance, Nothing>(Root + "/appearance", (request, _, _) => request.SeeOther(request.Address(Root + "/appearance"), "Appearance saved"), Appearance);
    }

    static async Task<IResult> Profile(PageRequest request) => await Show(request, await View(request, "profile"));

    static async Task<IResult> Appearance(PageRequest request) => await Show(request, await View(request, "appearance"));

    static async Task<IResult> Sessions(PageRequest request)
    {
        var sessions = await request.Ask(new ListSessions());
        var view = await View(request, "sessions");
        return await Show(request, view.Map(found => found with { Sessions = sessions.Value?.Items ?? [] }));
    }

    static async Task<IResult> Tokens(PageRequest request, CreateToken.Result? made)
    {
        var tokens = await request.Ask(new ListTokens());
        var view = await View(request, "tokens");
        return await Show(request, view.Map(found => found with { Tokens = tokens.Value?.Items ?? [], Made = made }));
    }

    static async Task<Outcome<AccountView>> View(PageRequest request, string tab)
    {
        var now = request.Http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var server = $"{request.Http.Request.Scheme}://{request.Http.Request.Host}";
        return (await request.Ask(new GetAccount())).Map(account => new AccountView(tab, account, now) { Server = server });
    }

    static Task<IResult> Show(PageRequest request, Outcome<AccountView> view) => request.Show<AccountPage, AccountView>(view);
}
