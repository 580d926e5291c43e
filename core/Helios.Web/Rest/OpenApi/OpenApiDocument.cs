using System.Text.Json.Nodes;
using Helios.Kernel.Modules;
using Helios.Kernel.Schemas;
using Helios.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Rest.OpenApi;

/// <summary>Describes every declared API address as OpenAPI 3.1, from the declarations, the records and their summaries.</summary>
sealed class OpenApiDocument(Registry registry, RestRoutes routes, XmlDocs docs)
{
    const string Schemas = "#/components/schemas/";
    const string Token = "token";

    static readonly int[] Refusals =
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound,
        StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status428PreconditionRequired, StatusCodes.Status429TooManyRequests,
        StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable,
    ];

    readonly SchemaExporter schemas = new(docs, Schemas);

    public JsonObject Build()
    {
        var operations = new OpenApiOperations(schemas, docs);
        var described = routes.Commands.Select(command => (command.Route, Operation: operations.Command(command.Route, command.Declared, routes.Makes(command.Route))))
            .Concat(routes.Queries.Select(query => (query.Route, Operation: operations.Query(query.Route, query.Declared))))
            .ToList();
        var problem = schemas.Reference(typeof(ProblemBody));
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = Info(),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = RestRoute.Root }),
            ["security"] = new JsonArray(new JsonObject { [Token] = new JsonArray() }),
            ["tags"] = Tags(),
            ["paths"] = Paths(described),
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { [Token] = Scheme() },
                ["parameters"] = OpenApiParameters.Shared(),
                ["headers"] = OpenApiParameters.Headers(),
                ["responses"] = new JsonObject(Refusals.Select(status => KeyValuePair.Create(OpenApiOperations.NameOf(status), (JsonNode?)Refusal(status, problem)))),
                ["schemas"] = new JsonObject(schemas.Definitions.Select(definition => KeyValuePair.Create(definition.Key, (JsonNode?)definition.Value))),
            },
        };
    }

    static JsonObject Info() => new()
    {
        ["title"] = "Helios",
        ["version"] = "1",
        ["description"] = "Everything that people do on pages, for programs. Refusals are application/problem+json and name every wrong field at once. "
            + "Lists come in pages: send the answer's next as after. A POST with an Idempotency-Key can be repeated safely.",
    };

    static JsonObject Scheme() => new()
    {
        ["type"] = "http",
        ["scheme"] = "bearer",
        ["bearerFormat"] = "helios_personal_…",
        ["description"] = "A personal access token, made on the account page and shown once. It acts with its owner's rights.",
    };

    JsonArray Tags()
    {
        var tags = routes.All.Select(route => (Name: OpenApiOperations.TagOf(route), route.Module)).DistinctBy(tag => tag.Name, StringComparer.Ordinal);
        return [.. tags.OrderBy(tag => tag.Name, StringComparer.Ordinal).Select(tag => new JsonObject
        {
            ["name"] = tag.Name,
            ["description"] = registry.Kind(tag.Name.TrimEnd('s')) is { } kind ? $"{kind.Label.Many} ({tag.Module.Name})" : tag.Module.Name,
        })];
    }

    static JsonObject Paths(IEnumerable<(RestRoute Route, JsonObject Operation)> described)
    {
        var paths = new JsonObject();
        foreach (var path in described.GroupBy(operation => operation.Route.Path, StringComparer.Ordinal).OrderBy(path => path.Key, StringComparer.Ordinal))
            paths[path.Key] = new JsonObject(path.Select(operation => KeyValuePair.Create(operation.Route.Method.ToLowerInvariant(), (JsonNode?)operation.Operation)));
        return paths;
    }

    static JsonObject Refusal(int status, JsonObject problem)
    {
        var response = new JsonObject
        {
            ["description"] = ProblemStatus.TitleOf(status),
            ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = problem.DeepClone() } },
        };
        if (status == StatusCodes.Status429TooManyRequests)
            response["headers"] = new JsonObject { ["Retry-After"] = OpenApiParameters.Header("RetryAfter") };
        return response;
    }
}
