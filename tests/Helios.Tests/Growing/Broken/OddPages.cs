using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Tests.Growing.Broken;

/// <summary>A page of a record that shows nothing but itself.</summary>
sealed class OddPages : PageSet
{
    public override void Map(PageRoutes routes) =>
        routes.Page("/oddities/{oddity}", "oddities:use", _ => Task.FromResult(Results.Content("<main><h1>An oddity</h1></main>", "text/html")));
}
