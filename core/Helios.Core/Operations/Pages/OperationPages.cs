using Helios.Core.Operations.Commands;
using Helios.Core.Operations.Queries;
using Helios.Kernel.Effects;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Operations.Pages;

/// <summary>The page of an effect that takes longer than its caller waits.</summary>
public sealed class OperationPages : PageSet
{
    const string One = PageRoutes.Operations + "/{operation}";

    public override void Map(PageRoutes routes)
    {
        routes.Page(One, OperationsFeature.Own, Show);
        routes.Form<CancelOperation, Nothing>(One + "/cancel", (request, _, _) => request.SeeOther(request.Address($"{PageRoutes.Operations}/{request.Route("operation")}"), "What was not called yet is canceled"), Show);
    }

    static async Task<IResult> Show(PageRequest request) => await request.Show<OperationPage, OperationPageView>(
        (await request.Ask(new GetOperation(new RowRef<Operation>(request.Route("operation"))))).Map(found => new OperationPageView(found, request.Now)));
}
