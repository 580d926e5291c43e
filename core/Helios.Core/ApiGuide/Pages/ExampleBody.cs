using System.Text.Json;
using System.Text.Json.Nodes;
using Helios.Kernel.Input;
using Helios.Web.Rest.Reference;

namespace Helios.Core.ApiGuide.Pages;

/// <summary>The JSON body of an example.</summary>
static class ExampleBody
{
    public static JsonSerializerOptions Indented { get; } = new(HeliosJson.Options) { WriteIndented = true };

    public static JsonSerializerOptions OnOneLine => HeliosJson.Options;

    /// <summary>The fields that have to be sent; where none has to, the example changes nothing.</summary>
    public static JsonObject Of(ApiOperation operation, IReadOnlyDictionary<string, string> values)
    {
        var body = new JsonObject();
        foreach (var field in operation.Fields.Where(field => field.IsRequired && !operation.IsInPath(field.Name)))
            body[field.Name] = Value(field.Shape, values.GetValueOrDefault(field.Name));
        return body;
    }

    static JsonNode? Value(ValueShape shape, string? text) => shape.Kind switch
    {
        ValueKind.List => text is null ? new JsonArray() : new JsonArray(Value(shape.Element!, text)),
        ValueKind.Map or ValueKind.Record => new JsonObject(),
        ValueKind.Boolean or ValueKind.WholeNumber or ValueKind.Number when text is not null => JsonNode.Parse(text),
        _ => text is null ? shape.AllowsNull ? null : "" : JsonValue.Create(text),
    };
}
