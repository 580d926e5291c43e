using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Helios.Tests.Rest;

public sealed partial class OpenApiTests(Described described) : IClassFixture<Described>
{
    static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

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

    [Theory]
    [InlineData("test")]
    [InlineData("real")]
    public void Every_declared_route_is_an_operation_under_its_declared_name(string modules)
    {
        var operations = Operations(described[modules].Document).ToDictionary(operation => (string)operation.Operation["operationId"]!, StringComparer.Ordinal);

        var registry = described[modules].Registry;
        var declared = registry.Commands.Select(command => (command.Name, Route: command.RestRoute)).Concat(registry.Queries.Select(query => (query.Name, Route: query.RestRoute))).Where(door => door.Route is not null).ToList();
        Assert.Equal(declared.Count, operations.Count);
        foreach (var (name, route) in declared)
            Assert.Equal(route, $"{operations[name].Method.ToUpperInvariant()} {operations[name].Path}");
    }

    [Theory]
    [InlineData("test")]
    [InlineData("real")]
    public void The_structure_is_that_of_OpenAPI_3_1(string modules)
    {
        var document = described[modules].Document;

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

    [Theory]
    [InlineData("test")]
    [InlineData("real")]
    public void Every_reference_leads_somewhere(string modules)
    {
        var document = described[modules].Document;
        var references = Objects(document).Where(map => map["$ref"] is JsonValue).Select(map => (string)map["$ref"]!).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.NotNull(Resolve(document, reference)));
        var used = document["components"]!["schemas"]!.AsObject().Select(schema => "#/components/schemas/" + schema.Key);
        Assert.All(used, schema => Assert.Contains(schema, references));
    }

    [Theory]
    [InlineData("test")]
    [InlineData("real")]
    public void Every_parameter_is_declared_once_and_those_of_the_path_are_needed(string modules)
    {
        var document = described[modules].Document;
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
    public void Descriptions_come_from_the_summaries_and_rules_from_the_attributes()
    {
        var operations = Operations(described["test"].Document).ToDictionary(operation => (string)operation.Operation["operationId"]!, operation => operation.Operation, StringComparer.Ordinal);

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

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();
}
