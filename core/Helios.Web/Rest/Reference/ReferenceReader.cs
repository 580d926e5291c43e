using System.Globalization;
using System.Text.Json.Nodes;
using Helios.Web.Problems;

namespace Helios.Web.Rest.Reference;

/// <summary>Reads operations out of an OpenAPI document.</summary>
sealed class ReferenceReader(JsonObject document)
{
    readonly SchemaReader schemas = new(document);

    public ApiOperation Operation(ApiPlace place, JsonObject told)
    {
        var description = Text(told["description"]) ?? "";
        return new ApiOperation(place.Route, place.Permission, place.NeedsVersion)
        {
            Tag = Text(told["tags"]![0])!,
            Summary = Text(told["summary"]) ?? place.Route.Name,
            // The permission has a line of its own.
            Description = description.Replace($"Needs the permission {place.Permission}.", "", StringComparison.Ordinal).Trim(),
            Parameters = [.. told["parameters"]?.AsArray().Select(parameter => Parameter(schemas.Resolve(parameter!))) ?? []],
            Body = told["requestBody"]?["content"]?["application/json"]?["schema"] is JsonObject body ? schemas.Fields(body) : [],
            Answers = [.. told["responses"]!.AsObject().Select(response => Answer(int.Parse(response.Key, CultureInfo.InvariantCulture), schemas.Resolve(response.Value!)))],
        };
    }

    ApiField Parameter(JsonObject told)
    {
        var isRequired = told["required"]?.GetValue<bool>() == true;
        return schemas.Field(Text(told["name"])!, told["schema"]!.AsObject(), isRequired) with { Place = Text(told["in"]), Description = Text(told["description"]) };
    }

    ApiAnswer Answer(int status, JsonObject told)
    {
        var content = told["content"]?.AsObject();
        var isRefusal = content?.ContainsKey("application/problem+json") == true;
        var fields = !isRefusal && content?["application/json"]?["schema"] is JsonObject schema ? schemas.Fields(schema) : [];
        return new ApiAnswer(status, Text(told["description"])!, isRefusal, fields) { Problem = isRefusal ? ProblemStatus.NameOf(status) : null };
    }

    static string? Text(JsonNode? node) => node?.GetValue<string>();
}
