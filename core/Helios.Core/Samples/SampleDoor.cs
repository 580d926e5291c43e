using Helios.Core.Samples.Pages;
using Helios.Kernel.Modules;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Routing;

namespace Helios.Core.Samples;

/// <summary>The pages that only a server with the sample organization has.</summary>
public static class SampleDoor
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder endpoints, Registry registry, SampleMode mode) =>
        new SamplePages(mode).Map(new PageRoutes(endpoints, registry.Modules.First(module => module is CoreModule)));
}
