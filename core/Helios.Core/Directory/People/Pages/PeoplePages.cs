using Helios.Core.CustomFields.Shown;
using Helios.Core.Directory.People.Commands;
using Helios.Core.Directory.People.Queries;
using Helios.Core.Importing;
using Helios.Kernel.Entities;
using Helios.Web.Lists;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Directory.People.Pages;

/// <summary>The pages of people.</summary>
public sealed class PeoplePages : PageSet
{
    const string List = "/people";
    const string New = "/people/new";
    const string One = "/people/{user}";
    const string Edit = "/people/{user}/edit";

    public override void Map(PageRoutes routes)
    {
        routes.Page(List, "users:read", ShowList);
        routes.Page(New, "users:write", ShowNew);
        routes.Form<CreateUser, UserChanged>(List, (request, _, made) => request.SeeOther(AddressOf(request, made), $"{made.Name} added"), ShowNew);
        routes.Page(List + "/import", "imports:write", request => ImportUpload.Show(request, "user"));
        routes.Page(One, "users:own", ShowOne);
        routes.Page(Edit, "users:write", ShowEdit);
        routes.Form<UpdateUser, UserChanged>(Edit, (request, _, made) => request.SeeOther(AddressOf(request, made), "Saved"), ShowEdit);
        routes.Form<DeactivateUser, UserChanged>(One + "/deactivate", (request, _, made) => request.SeeOther(AddressOf(request, made), $"{made.Name} deactivated"));
        routes.Form<ReactivateUser, UserChanged>(One + "/reactivate", (request, _, made) => request.SeeOther(AddressOf(request, made), $"{made.Name} reactivated"));
        routes.Form<ArchiveUser, UserChanged>(One + "/archive", (request, _, made) => request.SeeOther(AddressOf(request, made), $"{made.Name} archived"));
        routes.Form<RestoreUser, UserChanged>(One + "/restore", (request, _, made) => request.SeeOther(AddressOf(request, made), $"{made.Name} restored"));
    }

    static string AddressOf(PageRequest request, UserChanged user) => request.Address($"/people/{user.Key}");

    static async Task<IResult> ShowList(PageRequest request)
    {
        var screen = await request.List(UserColumns.List, new ListUsers());
        var actor = request.Scope.Actor;
        return screen.Answer ?? await request.Show<UserListPage, UserListView>(new UserListView(screen, actor.Can("users:write"), actor.Can("imports:write")));
    }

    static async Task<IResult> ShowOne(PageRequest request)
    {
        var found = await request.Ask(new GetUser(new EntityRef<User>(request.Route("user"))));
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        var user = found.Value;
        var parts = await request.PartsOf(new EntitySubject("user", user.Id, user.Key, user.Name) { CustomFields = user.CustomFields });
        return await request.Show<UserPage, UserView>(new UserView(user, parts, request.Scope.Actor.Can("users:write"), request.Scope.Actor.Can("users:read")));
    }

    static async Task<IResult> ShowNew(PageRequest request) =>
        await request.Show<UserFormPage, UserFormView>(new UserFormView(null, [], await CustomFieldForm.Of<User>(request, null)));

    static async Task<IResult> ShowEdit(PageRequest request)
    {
        var found = await request.Ask(new GetUser(new EntityRef<User>(request.Route("user"))));
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        var user = found.Value;
        return await request.Show<UserFormPage, UserFormView>(new UserFormView(user, UserClash.Of(request, user), await CustomFieldForm.Of<User>(request, user.CustomFields)));
    }
}
