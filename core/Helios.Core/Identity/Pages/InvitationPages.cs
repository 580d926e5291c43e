using Helios.Core.Identity.Commands;
using Helios.Core.Identity.Queries;
using Helios.Core.Identity.Sessions;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Identity.Pages;

/// <summary>One-time links: made on a person's page, opened by that person.</summary>
public sealed class InvitationPages : PageSet
{
    const string Page = "/people/{user}/account";
    const string Link = "/join/{" + OneTimeLinks.Join + "}";

    public override void Map(PageRoutes routes)
    {
        routes.Page(Page, IdentityFeature.Manage, Show);
        routes.Form<InviteUser, InviteUser.Result>(Page + "/invite", (request, _, made) => new SecretResult(() => Show(request, made)), Show);
        routes.Form<SetRole, Nothing>(Page + "/role", (request, _, _) => request.SeeOther(AddressOf(request), "Role changed"), Show);
        routes.Form<DisableAccount, Nothing>(Page + "/disable", (request, _, _) => request.SeeOther(AddressOf(request), "Account disabled"), Show);
        routes.Form<EnableAccount, Nothing>(Page + "/enable", (request, _, _) => request.SeeOther(AddressOf(request), "Account enabled"), Show);
        routes.OpenPage(Link, "Whoever holds a one-time link has no account yet.", Open);
        routes.OpenForm<Join, Join.Result>(Link, (_, _, made) => new SignedInResult(made.Account, "/" + made.Slug), Open);
    }

    static string AddressOf(PageRequest request) => request.Address($"/people/{request.Route("user")}/account");

    static Task<IResult> Show(PageRequest request) => Show(request, made: null);

    static async Task<IResult> Show(PageRequest request, InviteUser.Result? made)
    {
        var account = await request.Ask(new GetUserAccount(new EntityRef<Directory.People.User>(request.Route("user"))));
        var link = made?.Path is { } path ? $"{request.Http.Request.Scheme}://{request.Http.Request.Host}{path}" : null;
        return await request.Show<UserAccountPage, UserAccountView>(account.Map(found => new UserAccountView(found, link, made?.ExpiresAt, request.Scope.Actor.Role)));
    }

    static async Task<IResult> Open(PageRequest request) =>
        request.Scope.Actor.Capability == OneTimeLinks.Join && await request.Ask(new GetInvitation()) is { Succeeded: true } found
            ? await request.Show<JoinPage, JoinView>(new JoinView(request.Http.Request.Path, found.Value!))
            : request.Refuse(new Problem(ProblemKind.NotFound, "account.join.used", "This link has been used or has run out. If you have an account, sign in; otherwise ask your IT team for a new link."));
}
