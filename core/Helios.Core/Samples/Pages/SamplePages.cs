using System.Net;
using Helios.Core.Identity;
using Helios.Core.Identity.Sessions;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Helios.Core.Samples.Pages;

/// <summary>Signing in to the sample organization and removing it. Only a server that shows the sample maps them.</summary>
public sealed class SamplePages(SampleMode mode) : PageSet
{
    const string Remove = "/remove-sample";

    public override void Map(PageRoutes routes)
    {
        routes.OpenPage("/open-sample/{sample}", "The link of this start is the only way in: nobody knows the passwords of the sample's accounts.", SignIn);
        routes.Page(Remove, IdentityFeature.Manage, request => request.Show<RemoveSamplePage, RemoveSampleView>(new RemoveSampleView(IsDone: false)));
        routes.Trial(Remove, IdentityFeature.Manage, "No command deletes an organization; the folder of the sample goes as a whole.", Begin);
    }

    async Task<IResult> SignIn(PageRequest request)
    {
        if (!IsHere(request.Http) || !mode.Takes(request.Route("sample")))
            return request.Refuse(new Problem(ProblemKind.NotFound, "sample.link", "This link has been used, or was not opened on the machine itself. Start ./helios run --sample again for a new one."));
        await using var command = request.Http.RequestServices.GetRequiredService<NpgsqlDataSource>().CreateCommand("select account_id from platform.membership where role = $1");
        command.Parameters.Add(new() { Value = Roles.Owner });
        return await command.ExecuteScalarAsync(request.Stop) is Guid account ? new SignedInResult(account, "/" + SampleMaker.Slug) : request.Refuse(Problem.NotFound("such page"));
    }

    Task<IResult> Begin(PageRequest request, IFormCollection form)
    {
        // The answer leaves before the server goes.
        request.Http.Response.OnCompleted(() =>
        {
            mode.Remove();
            return Task.CompletedTask;
        });
        return request.Show<RemoveSamplePage, RemoveSampleView>(new RemoveSampleView(IsDone: true));
    }

    /// <summary>From this machine, by a name of this machine, and through nothing that passes requests on.</summary>
    static bool IsHere(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && http.Request.Host.Host is "127.0.0.1" or "localhost" or "[::1]"
        && !http.Request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || name is "Forwarded" or "Via" or "X-Real-IP");
}
