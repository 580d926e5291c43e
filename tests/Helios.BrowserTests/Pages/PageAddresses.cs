using Helios.BrowserTests.Fixtures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.BrowserTests.Pages;

/// <summary>Every address that answers a GET and is no door for programs: what a feature maps stands here by itself.</summary>
static class PageAddresses
{
    static readonly string[] NoPages = ["/api", "/assets", "/live", "/healthz", "/readyz", "/metrics", "/csp-reports"];

    /// <summary>The patterns, such as <c>/{organization}/people/{user}</c>.</summary>
    public static IReadOnlyList<string> Of(IServiceProvider services) =>
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(pattern => !NoPages.Any(start => pattern.StartsWith(start, StringComparison.Ordinal)) && !pattern.Contains("{*", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A pattern with values in place of its braces.</summary>
    /// <exception cref="InvalidOperationException">A new page has a part in braces that this test has no record for.</exception>
    public static string Fill(string pattern, IReadOnlyDictionary<string, string> values) => string.Join('/', pattern.Split('/').Select(part => part is ['{', .. var inner, '}']
        ? values.TryGetValue(inner.Split(':')[0], out var value) ? value : throw new InvalidOperationException($"The page {pattern} is new: give {part} a record in PageRecords, so that the page is looked over too.")
        : part));

    /// <summary>Opens the address; false where it answers something else than a page (a file, an answer to the palette).</summary>
    public static async Task<bool> Shows(Tab tab, string path)
    {
        await using var answer = await tab.Ask(path);
        Assert.True(answer.Ok, $"{path} answers {answer.Status}");
        if (!answer.Headers["content-type"].StartsWith("text/html", StringComparison.Ordinal))
            return false;
        await tab.Go(path);
        return true;
    }

    /// <summary>What the pictures of a page are called.</summary>
    public static string NameOf(string pattern) => pattern.Replace("/{organization}", "", StringComparison.Ordinal).Trim('/').Replace('/', '-').Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal) is { Length: > 0 } name
        ? name
        : pattern.Length > 1 ? "home" : "start";
}
