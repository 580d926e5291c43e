using Helios.Kernel.Events;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Core.Audit.Pages;

/// <summary>The whole chain as a file that proves itself, ending with a checkpoint that is signed for it.</summary>
sealed class ChainFile(PageRequest request) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var organization = request.Scope.Organization!;
        var end = await services.GetRequiredService<AuditSigner>().Sign(organization.Id, request.Stop);
        var response = httpContext.Response;
        response.ContentType = "application/x-ndjson";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename=\"{request.Slug}-audit-chain.ndjson\"";
        await services.GetRequiredService<ChainExport>().Write((organization.Id, organization.Slug, organization.Name), end, response.Body, request.Stop);
    }
}
