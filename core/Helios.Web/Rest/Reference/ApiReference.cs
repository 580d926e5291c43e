using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Helios.Kernel.Modules;
using Helios.Kernel.Schemas;
using Helios.Web.Rest.OpenApi;

namespace Helios.Web.Rest.Reference;

/// <summary>The API for people who read: the same description that /api/v1/openapi.json answers, taken apart. It is made when it is first needed and kept.</summary>
public sealed class ApiReference
{
    readonly Lazy<IReadOnlyList<ApiOperation>> operations;
    readonly Lazy<FrozenDictionary<string, ApiOperation>> byName;

    /// <summary>A reference of what is declared.</summary>
    public ApiReference(Registry registry, XmlDocs docs)
    {
        operations = new(() => Read(registry, docs));
        byName = new(() => operations.Value.ToFrozenDictionary(operation => operation.Name, StringComparer.Ordinal));
    }

    /// <summary>Every operation: by group, then in the order of addresses.</summary>
    public IReadOnlyList<ApiOperation> Operations => operations.Value;

    /// <summary>The operation with this name, or null.</summary>
    public ApiOperation? Find(string name) => byName.Value.GetValueOrDefault(name);

    static IReadOnlyList<ApiOperation> Read(Registry registry, XmlDocs docs)
    {
        var routes = new RestRoutes(registry);
        var document = new OpenApiDocument(registry, routes, docs).Build();
        var reader = new ReferenceReader(document);
        return
        [
            .. routes.Commands.Select(command => reader.Operation(new ApiPlace(command.Route, command.Declared.Permission, command.Declared.NeedsVersion), Of(document, command.Route)))
                .Concat(routes.Queries.Select(query => reader.Operation(new ApiPlace(query.Route, query.Declared.Permission, NeedsVersion: false), Of(document, query.Route))))
                .OrderBy(operation => operation.Tag, StringComparer.Ordinal).ThenBy(operation => operation.Path, StringComparer.Ordinal).ThenBy(operation => operation.Method, StringComparer.Ordinal),
        ];
    }

    static JsonObject Of(JsonObject document, RestRoute route) => document["paths"]![route.Path]![route.Method.ToLowerInvariant()]!.AsObject();
}
