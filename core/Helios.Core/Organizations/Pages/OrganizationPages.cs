using Helios.Core.Identity.Sessions;
using Helios.Core.Organizations.Commands;
using Helios.Core.Organizations.Queries;
using Helios.Core.Settings;
using Helios.Kernel.Problems;
using Helios.Kernel.Secrets;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Core.Organizations.Pages;

/// <summary>Set-up, its last step, and the settings.</summary>
public sealed class OrganizationPages : PageSet
{
    /// <summary>The last step of set-up; Home leads there until it is done.</summary>
    public const string Recovery = "/recovery-copy";

    const string Proof = Recovery + "/proof";
    const string Link = "/set-up/{" + OneTimeLinks.Setup + "}";
    const string Settings = "/settings";
    const string Modules = "/settings/modules";

    public override void Map(PageRoutes routes)
    {
        routes.OpenPage("/", "It only leads on.", Start);
        routes.OpenPage(Link, "Nobody has an account before the first organization is made.", ShowSetUp);
        routes.OpenForm<SetUp, SetUp.Result>(Link, (_, _, made) => new SignedInResult(made.Account, "/" + made.Slug + Recovery), ShowSetUp);
        routes.Page(Recovery, OrganizationsFeature.Manage, request => ShowRecovery(request));
        routes.Form<RevealRecoveryCopy, RevealRecoveryCopy.Result>(Recovery, (request, _, shown) => new SecretResult(() => ShowRecovery(request, shown.Text)), request => ShowRecovery(request));
        routes.Page(Proof, OrganizationsFeature.Manage, request => ShowRecovery(request, isProof: true));
        routes.Form<SaveRecoveryCopy, Nothing>(Proof, (request, _, _) => request.SeeOther(request.Address(""), "The recovery copy is proven"), request => ShowRecovery(request, isProof: true));
        routes.Page(Settings, OrganizationsFeature.Manage, ShowSettings);
        routes.Form<UpdateOrganization, Nothing>(Settings, (request, _, _) => request.SeeOther(request.Address(Settings), "Settings saved"), ShowSettings);
        routes.Page(Modules, OrganizationsFeature.Modules, ShowModules);
        routes.Form<SwitchModule, Nothing>(Modules + "/{module}", (request, command, _) => request.SeeOther(request.Address(Modules), command.On ? "Module switched on" : "Module switched off"), ShowModules);
    }

    static async Task<IResult> Start(PageRequest request)
    {
        if (SignedIn.Of(request.Http) is { Organizations: [var first, ..] })
            return request.SeeOther("/" + first.Slug);
        return await request.Http.RequestServices.GetRequiredService<SetupLink>().IsNeeded(request.Stop)
            ? await request.Show<NotSetUpPage, NotSetUpView>(new NotSetUpView())
            : SignedIn.Of(request.Http) is null
                ? request.SeeOther("/sign-in")
                : request.Refuse(new Problem(ProblemKind.Forbidden, "account.nowhere", "Your account has access to no organization any more. Ask an owner to give it back."));
    }

    static async Task<IResult> ShowSetUp(PageRequest request) => request.Scope.Actor.Capability == OneTimeLinks.Setup
        ? await request.Show<SetUpPage, SetUpView>(new SetUpView(request.Http.Request.Path))
        : request.Refuse(new Problem(ProblemKind.NotFound, "organizations.setup.used", "This set-up link has been used or has run out. If Helios is set up, sign in; otherwise start it again for a new link."));

    static async Task<IResult> ShowRecovery(PageRequest request, string? copy = null, bool isProof = false)
    {
        var services = request.Http.RequestServices;
        var isSaved = await services.GetRequiredService<RecoveryState>().IsSaved(request.Stop);
        var asked = isProof ? RecoveryProof.Asked(services.GetRequiredService<RootKey>(), request.Scope.Actor.AccountId ?? Guid.Empty) : null;
        return await request.Show<RecoveryPage, RecoveryView>(new RecoveryView(copy, asked, isSaved));
    }

    static async Task<IResult> ShowSettings(PageRequest request) =>
        await request.Show<SettingsPage, SettingsView>((await request.Ask(new GetOrganization())).Map(found => new SettingsView(SettingsTabs.For(request), found)));

    static async Task<IResult> ShowModules(PageRequest request) =>
        await request.Show<ModulesPage, ModulesView>((await request.Ask(new ListModules())).Map(found => new ModulesView(SettingsTabs.For(request), found.Items)));
}
