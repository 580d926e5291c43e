using Helios.Core.Exporting.Queries;
using Helios.Web.Files;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Exporting.Pages;

/// <summary>Where the pages of lists have their files.</summary>
public sealed class ExportPages : PageSet
{
    public override void Map(PageRoutes routes)
    {
        routes.Other(HttpMethods.Get, ExportingFeature.PageOf("{kind}") + ".csv", ExportingFeature.Export, request => Send(request, ExportFormat.Csv));
        routes.Other(HttpMethods.Get, ExportingFeature.PageOf("{kind}") + ".json", ExportingFeature.Export, request => Send(request, ExportFormat.Json));
    }

    static async Task<IResult> Send(PageRequest request, string format)
    {
        var file = await request.Ask(new ExportList(request.Route("kind"), format, request.Query("q"), request.Query("sort"), [.. request.Http.Request.Query["columns"].OfType<string>()]));
        return file.Succeeded ? new StreamedAnswer(file.Value, isForPeople: true) : request.Refuse(file.Problem);
    }
}
