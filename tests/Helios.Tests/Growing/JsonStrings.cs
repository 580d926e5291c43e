using System.Text.Json.Nodes;
using Helios.Kernel.Input;

namespace Helios.Tests.Growing;

/// <summary>Every text inside an answer, with the way to it (<c>items[].userId</c>).</summary>
static class JsonStrings
{
    public static IEnumerable<(string Path, string Text)> Of(object answer) =>
        Of(System.Text.Json.JsonSerializer.SerializeToNode(answer, answer.GetType(), HeliosJson.Options), "");

    public static IEnumerable<(string Path, string Text)> Of(JsonNode? node, string path) => node switch
    {
        JsonObject map => map.SelectMany(pair => Of(pair.Value, path.Length == 0 ? pair.Key : $"{path}.{pair.Key}")),
        JsonArray list => list.SelectMany(entry => Of(entry, path + "[]")),
        JsonValue value when value.TryGetValue<string>(out var text) => [(path, text)],
        _ => [],
    };
}
