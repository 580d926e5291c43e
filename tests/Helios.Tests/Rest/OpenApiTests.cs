using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Helios.Tests.Rest;

public sealed partial class OpenApiTests(RestHouse house) : IClassFixture<RestHouse>
{
    static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    async Task<JsonObject> Document()
    {
        using var answer = await house.Send("GET", "/openapi.json", role: "nobody");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await RestHouse.Json(answer);
    }

    static IEnumerable<(string Path, string Method, JsonObject Operation)> Operations(JsonObject document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (path.Key, operation.Key, operation.Value!.AsObject())));

    static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(field => Objects(field.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    static JsonNode? Resolve(JsonObject document, string reference)
    {
        Assert.StartsWith("#/", reference, StringComparison.Ordinal);
        return reference[2..].Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part]);
    }

    [Fact]
    public async Task Every_declared_route_is_an_operation_under_its_declared_name()
    {
        var operations = Operations(await Document()).ToDictionary(operation => (string)operation.Operation["operationId"]!, StringComparer.Ordinal);

        var declared = house.Registry.Commands.Select(command => (command.Name, Route: command.RestRoute)).Concat(house.Registry.Queries.Select(query => (query.Name, Route: query.RestRoute))).ToList();
        Assert.Equal(declared.Count, operations.Count);
        foreach (var (name, route) in declared)
            Assert.Equal(route, $"{operations[name].Method.ToUpperInvariant()} {operations[name].Path}");
    }

    [Fact]
    public async Task The_structure_is_that_of_OpenAPI_3_1()
    {
        var document = await Document();

        Assert.StartsWith("3.1.", (string?)document["openapi"], StringComparison.Ordinal);
        Assert.All(["title", "version"], name => Assert.NotEmpty((string)document["info"]![name]!));
        var tags = document["tags"]!.AsArray().Select(tag => (string)tag!["name"]!).ToHashSet(StringComparer.Ordinal);
        var schemes = document["components"]!["securitySchemes"]!.AsObject();
        Assert.All(document["security"]!.AsArray(), need => Assert.All(need!.AsObject(), scheme => Assert.True(schemes.ContainsKey(scheme.Key))));
        foreach (var (path, method, operation) in Operations(document))
        {
            Assert.StartsWith("/", path, StringComparison.Ordinal);
            Assert.Contains(method, Methods, StringComparer.Ordinal);
            Assert.All(operation["tags"]!.AsArray(), tag => Assert.Contains((string)tag!, tags));
            var responses = operation["responses"]!.AsObject();
            Assert.Contains(responses, response => response.Key.StartsWith('2'));
            Assert.All(responses, response => Assert.Matches("^[1-5][0-9][0-9]$", response.Key));
            Assert.All(responses, response => Assert.NotEmpty((string)(response.Value!["$ref"] is { } reference ? Resolve(document, (string)reference!)! : response.Value)["description"]!));
            if (operation["requestBody"] is { } body)
                Assert.All(body["content"]!.AsObject(), content => Assert.NotNull(content.Value!["schema"]));
        }
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = await Document();
        var references = Objects(document).Where(map => map["$ref"] is JsonValue).Select(map => (string)map["$ref"]!).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.NotNull(Resolve(document, reference)));
        var used = document["components"]!["schemas"]!.AsObject().Select(schema => "#/components/schemas/" + schema.Key);
        Assert.All(used, schema => Assert.Contains(schema, references));
    }

    [Fact]
    public async Task Every_parameter_is_declared_once_and_those_of_the_path_are_needed()
    {
        var document = await Document();
        foreach (var (path, _, operation) in Operations(document))
        {
            var parameters = operation["parameters"]!.AsArray().Select(parameter => (parameter!["$ref"] is { } reference ? Resolve(document, (string)reference!)! : parameter).AsObject()).ToList();
            Assert.All(parameters, parameter => Assert.NotNull(parameter["schema"]));
            Assert.All(parameters, parameter => Assert.Contains((string)parameter["in"]!, (string[])["path", "query", "header"], StringComparer.Ordinal));
            Assert.Equal(parameters.Count, parameters.Select(parameter => ((string)parameter["in"]!, (string)parameter["name"]!)).Distinct().Count());
            var inPath = parameters.Where(parameter => (string)parameter["in"]! == "path").ToList();
            Assert.All(inPath, parameter => Assert.True((bool)parameter["required"]!));
            Assert.Equal(
                Parts().Matches(path).Select(part => part.Groups["name"].Value).Order(StringComparer.Ordinal),
                inPath.Select(parameter => (string)parameter["name"]!).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task Descriptions_come_from_the_summaries_and_rules_from_the_attributes()
    {
        var operations = Operations(await Document()).ToDictionary(operation => (string)operation.Operation["operationId"]!, operation => operation.Operation, StringComparer.Ordinal);

        var list = operations["shelves.list"];
        Assert.Equal("Lists shelves", (string?)list["summary"]);
        Assert.Equal("Lists shelves. They are numbered, and every second one is Full. Needs the permission shelves:read.", (string?)list["description"]);
        var limit = list["parameters"]!.AsArray().Single(parameter => (string?)parameter!["name"] == "limit")!;
        Assert.Equal("How many at most.", (string?)limit["description"]);
        Assert.Equal("""{"type":"integer","format":"int32","minimum":1,"maximum":200,"default":50}""", limit["schema"]!.ToJsonString());
        var change = operations["shelves.change"]["requestBody"]!["content"]!["application/json"]!["schema"]!;
        Assert.Equal(["name", "note", "states", "since"], change["properties"]!.AsObject().Select(field => field.Key), StringComparer.Ordinal);
        Assert.Null(change["required"]);
        Assert.NotNull(operations["gadgets.add"]["responses"]!["201"]!["headers"]!["Location"]);
        Assert.NotNull(operations["gadgets.rename"]["responses"]!["428"]);
        Assert.Null(operations["shelves.empty"]["responses"]!["428"]);
    }

    [Fact]
    public async Task The_description_is_not_sent_twice()
    {
        using var first = await house.Send("GET", "/openapi.json", role: "nobody");
        using var again = await house.Send("GET", "/openapi.json", role: "nobody", headers: ("If-None-Match", first.Headers.ETag!.Tag));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();
}
