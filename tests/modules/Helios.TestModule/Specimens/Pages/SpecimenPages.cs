using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.TestModule.Assets;
using Helios.TestModule.Specimens.Queries;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.TestModule.Specimens.Pages;

/// <summary>The pages of specimens.</summary>
public sealed class SpecimenPages(Module module) : PageSet
{
    public const string Root = "/specimens";

    public const string Settings = "/settings/specimens";

    readonly SpecimenAssets assets = new(module);

    public override void Map(PageRoutes routes)
    {
        routes.Page(Root, SpecimensFeature.Read, request => Show(request, "Specimens"));
        routes.Page(Root + "/new", SpecimensFeature.Write, request => Show(request, "New specimen"));
        routes.Page(Settings, SpecimensFeature.Write, request => Show(request, "Specimen settings"));
        routes.Page("/people/{user}/specimens", SpecimensFeature.Read, request => Show(request, "Specimens of " + request.Route("user")));
        routes.Page("/desk/tickets/{ticket}/specimens", SpecimensFeature.Read, request => Show(request, "Specimens of " + request.Route("ticket")));
        routes.Page(Root + "/{specimen}", SpecimensFeature.Read, ShowOne);
    }

    Task<IResult> Show(PageRequest request, string title) =>
        request.Show<SpecimenPage, SpecimenView>(new SpecimenView(title, SpecimenTexts.Greeting(request.Query("language") ?? "en"), assets.Style, assets.Script));

    async Task<IResult> ShowOne(PageRequest request)
    {
        var found = await request.Ask(new GetSpecimen(new EntityRef<Specimen>(request.Route("specimen"))));
        return found.Succeeded ? await Show(request, found.Value.Name) : request.Refuse(found.Problem);
    }
}
