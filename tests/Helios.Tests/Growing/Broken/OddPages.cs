using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Tests.Growing.Broken;

/// <summary>A page of a record that shows nothing but itself, and asks the same thing twice.</summary>
sealed class OddPages : PageSet
{
    public override void Map(PageRoutes routes) => routes.Page("/oddities/{oddity}", "oddities:use", Show);

    static async Task<IResult> Show(PageRequest request)
    {
        for (var i = 0; i < 2; i++)
            (await request.Ask(new PeekOddities())).Expect();
        return Results.Content("<main><h1>An oddity</h1></main>", "text/html");
    }
}
