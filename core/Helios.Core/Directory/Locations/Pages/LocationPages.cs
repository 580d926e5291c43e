using Helios.Core.CustomFields.Shown;
using Helios.Core.Directory.Locations.Commands;
using Helios.Core.Directory.Locations.Queries;
using Helios.Core.Importing;
using Helios.Kernel.Entities;
using Helios.Web.Lists;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Directory.Locations.Pages;

/// <summary>The pages of locations.</summary>
public sealed class LocationPages : PageSet
{
    const string List = "/locations";
    const string New = "/locations/new";
    const string One = "/locations/{location}";
    const string Edit = "/locations/{location}/edit";

    public override void Map(PageRoutes routes)
    {
        routes.Page(List, "locations:read", ShowList);
        routes.Page(New, "locations:write", ShowNew);
        routes.Form<CreateLocation, LocationChanged>(List, (request, _, made) => request.SeeOther(AddressOf(request, made), $"{made.Name} added"), ShowNew);
        routes.Page(List + "/import", "imports:write", request => ImportUpload.Show(request, "location"));
        routes.Page(One, "locations:read", ShowOne);
        routes.Page(Edit, "locations:write", ShowEdit);
        routes.Form<UpdateLocation, LocationChanged>(Edit, (request, _, made) => request.SeeOther(AddressOf(request, made), "Saved"), ShowEdit);
        routes.Form<ArchiveLocation, LocationChanged>(One + "/archive", (request, _, made) => request.SeeOther(AddressOf(request, made), $"{made.Name} archived"));
        routes.Form<RestoreLocation, LocationChanged>(One + "/restore", (request, _, made) => request.SeeOther(AddressOf(request, made), $"{made.Name} restored"));
    }

    static string AddressOf(PageRequest request, LocationChanged location) => request.Address($"/locations/{location.Key}");

    static async Task<IResult> ShowList(PageRequest request)
    {
        var screen = await request.List(LocationColumns.List, new ListLocations());
        var actor = request.Scope.Actor;
        return screen.Answer ?? await request.Show<LocationListPage, LocationListView>(new LocationListView(screen, actor.Can("locations:write"), actor.Can("imports:write")));
    }

    static async Task<IResult> ShowOne(PageRequest request)
    {
        var found = await request.Ask(new GetLocation(new EntityRef<Location>(request.Route("location"))));
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        var location = found.Value;
        var parts = await request.PartsOf(new EntitySubject("location", location.Id, location.Key, location.Name) { CustomFields = location.CustomFields });
        return await request.Show<LocationPage, LocationView>(new LocationView(location, parts, request.Scope.Actor.Can("locations:write")));
    }

    static async Task<IResult> ShowNew(PageRequest request) =>
        await request.Show<LocationFormPage, LocationFormView>(new LocationFormView(null, await CustomFieldForm.Of<Location>(request, null)));

    static async Task<IResult> ShowEdit(PageRequest request)
    {
        var found = await request.Ask(new GetLocation(new EntityRef<Location>(request.Route("location"))));
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        return await request.Show<LocationFormPage, LocationFormView>(new LocationFormView(found.Value, await CustomFieldForm.Of<Location>(request, found.Value.CustomFields)));
    }
}
