using Helios.Kernel.Problems;
using Helios.Web.Pages;

namespace Helios.Server.Composition;

/// <summary>The page of an address that nothing has.</summary>
static class NothingHere
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapFallback("{**path}", http => PageProblems.Page(http, Problem.NotFound("such page")).ExecuteAsync(http));
}
