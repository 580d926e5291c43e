using Helios.Kernel.Commands;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Schemas;
using Helios.Web.Problems;
using Helios.Web.Rest.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Web.Rest;

/// <summary>The API below /api/v1, made from the declarations.</summary>
public static class RestDoor
{
    /// <summary>The methods that an address answers, and the others get 405 for.</summary>
    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps every declared REST route, the description, and the answer for addresses that do not exist.</summary>
    /// <exception cref="InvalidOperationException">A declared route cannot be served; the message names it.</exception>
    public static void Map(IEndpointRouteBuilder endpoints, Registry registry)
    {
        var services = endpoints.ServiceProvider;
        var gate = services.GetRequiredService<RestGate>();
        var routes = new RestRoutes(registry);
        var commands = services.GetRequiredService<CommandPipeline>();
        foreach (var (route, declared) in routes.Commands)
            Map(endpoints, route, [route.Method], gate.Guard(new CommandEndpoint(route, declared, commands, routes.Makes(route)).Answer));
        var queries = services.GetRequiredService<QueryPipeline>();
        foreach (var (route, declared) in routes.Queries)
            Map(endpoints, route, Reading, gate.Guard(route.AnswersFile ? new FileEndpoint(route, declared, queries).Answer : new QueryEndpoint(route, declared, queries).Answer));

        var description = new OpenApiEndpoint(registry, routes, services.GetRequiredService<XmlDocs>());
        endpoints.MapMethods(RestRoute.Root + OpenApiEndpoint.Path, Reading, description.Answer).WithDisplayName("openapi");
        endpoints.Map("/api/{**rest}", http => Refuse(http, routes)).WithDisplayName("unknown API address");
    }

    static void Map(IEndpointRouteBuilder endpoints, RestRoute route, string[] methods, RequestDelegate answer) =>
        endpoints.MapMethods(route.Pattern.RawText!, methods, answer).WithDisplayName(route.Name);

    static Task Refuse(HttpContext http, RestRoutes routes)
    {
        var allowed = routes.All.Where(route => route.Matcher.TryMatch(http.Request.Path, [])).SelectMany(MethodsOf).ToHashSet(StringComparer.Ordinal);
        if (http.Request.Path.Equals(RestRoute.Root + OpenApiEndpoint.Path, StringComparison.Ordinal))
            allowed.UnionWith(Reading);
        if (allowed.Count == 0)
            return ProblemAnswer.Write(http, new Problem(
                ProblemKind.NotFound, "request.address", $"There is no such API address. The list of them is at {RestRoute.Root}{OpenApiEndpoint.Path}."));
        var list = string.Join(", ", allowed.Order(StringComparer.Ordinal));
        http.Response.Headers.Allow = list;
        return ProblemAnswer.Write(http, new Problem(ProblemKind.Invalid, "request.method", $"This address answers {list} only."));
    }

    static string[] MethodsOf(RestRoute route) => HttpMethods.IsGet(route.Method) ? Reading : [route.Method];
}
