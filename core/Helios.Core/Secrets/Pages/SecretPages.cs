using Helios.Core.Secrets.Commands;
using Helios.Core.Secrets.Queries;
using Helios.Core.Settings;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Web.Lists;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Secrets.Pages;

/// <summary>Settings > Secrets. A value stands only in the answer to the POST that asked for it.</summary>
public sealed class SecretPages : PageSet
{
    public const string List = "/settings/secrets";
    public const string New = "/settings/secrets/new";
    const string One = List + "/{secret}";
    const string Edit = One + "/edit";

    public override void Map(PageRoutes routes)
    {
        routes.Page(List, SecretsFeature.Read, ShowList);
        routes.Page(New, SecretsFeature.Write, ShowNew);
        routes.Form<CreateSecret, SecretChanged>(List, (request, _, made) => request.SeeOther(AddressOf(request, made), $"{made.Name} added"), ShowNew);
        routes.Page(One, SecretsFeature.Read, request => ShowOne(request, revealed: null));
        routes.Page(Edit, SecretsFeature.Write, ShowEdit);
        routes.Form<UpdateSecret, SecretChanged>(Edit, (request, _, changed) => request.SeeOther(AddressOf(request, changed), "Saved"), ShowEdit);
        routes.Form<ReplaceSecret, SecretChanged>(One + "/value", (request, _, changed) => request.SeeOther(AddressOf(request, changed), "Value replaced"), request => ShowOne(request, revealed: null));
        routes.Form<RevealSecret, RevealSecret.Result>(One + "/reveal", (request, asked, shown) => new SecretResult(() => ShowOne(request, new RevealedSecret(shown.Value, asked.Reason.Trim()))), request => ShowOne(request, revealed: null));
        routes.Form<DeleteSecret, Nothing>(One + "/delete", (request, _, _) => request.SeeOther(request.Address(List), "Secret deleted"), request => ShowOne(request, revealed: null));
        routes.Form<RotateSecretKey, RotateSecretKey.Result>(List + "/rotate", (request, _, _) => request.SeeOther(request.Address(List), "The new key is in use"), ShowList);
    }

    static string AddressOf(PageRequest request, SecretChanged secret) => request.Address($"{List}/{secret.Key}");

    static async Task<IResult> ShowList(PageRequest request)
    {
        var list = ListAddress.Of(request) with { Path = request.Address(List) };
        var found = await request.Ask(new ListSecrets { Q = list.Filter, Sort = list.Sort, After = list.After, Count = true });
        if (!found.Succeeded && found.Problem.Fields.Count == 0)
            return request.Refuse(found.Problem);
        if (!found.Succeeded && list.After is not null)
            return request.SeeOther(list.First);
        var keys = await request.Ask(new ListSecretKeys());
        if (!keys.Succeeded)
            return request.Refuse(keys.Problem);
        // Without a script nothing tells the page that the rotation went on.
        if (keys.Value.Rotation is { IsAtWork: true })
            request.Http.Response.Headers["Refresh"] = "5";
        return await request.Show<SecretListPage, SecretListView>(new SecretListView(
            SettingsTabs.For(request), list, found.Value ?? new ListPage<SecretRow>([], null), found.Problem?.Text, keys.Value, request.Scope.Actor.Can(SecretsFeature.Write), request.Now));
    }

    static async Task<IResult> ShowOne(PageRequest request, RevealedSecret? revealed)
    {
        var found = await request.Ask(new GetSecret(new EntityRef<OrganizationSecret>(request.Route("secret"))));
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        var secret = found.Value;
        var parts = await request.PartsOf(new EntitySubject("secret", secret.Id, secret.Key, secret.Name));
        return await request.Show<SecretPage, SecretView>(new SecretView(secret, revealed, parts, request.Scope.Actor.Can(SecretsFeature.Write), request.Now));
    }

    static Task<IResult> ShowNew(PageRequest request) => request.Show<SecretFormPage, SecretFormView>(new SecretFormView(null));

    static async Task<IResult> ShowEdit(PageRequest request)
    {
        var found = await request.Ask(new GetSecret(new EntityRef<OrganizationSecret>(request.Route("secret"))));
        return await request.Show<SecretFormPage, SecretFormView>(found.Map(secret => new SecretFormView(secret)));
    }
}
