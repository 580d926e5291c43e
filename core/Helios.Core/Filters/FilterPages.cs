using System.Globalization;
using System.Text.Json;
using Helios.Core.Search;
using Helios.Kernel.Input;
using Helios.Web.Pages;
using Helios.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Filters;

/// <summary>Where the filter bars of pages ask what could stand at the caret.</summary>
public sealed class FilterPages : PageSet
{
    /// <summary>The address below the organization.</summary>
    public static string Completion(string kind) => $"/lists/{kind}/completion";

    public override void Map(PageRoutes routes) => routes.Other(HttpMethods.Get, Completion("{kind}"), SearchFeature.Use, Complete);

    static async Task<IResult> Complete(PageRequest request)
    {
        var caret = int.TryParse(request.Query("caret"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : (int?)null;
        var outcome = await request.Ask(new CompleteFilter(request.Route("kind"), request.Query("q"), caret));
        request.Http.Response.Headers.CacheControl = "private, no-store";
        return outcome.Succeeded
            ? Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(outcome.Value, HeliosJson.Options), "application/json; charset=utf-8")
            : new ProblemResult(outcome.Problem);
    }
}
