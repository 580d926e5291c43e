using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helios.Server.Modules;

/// <summary>Versions in a manifest: two to four numbers, or nothing.</summary>
sealed class VersionText : JsonConverter<Version?>
{
    public override bool HandleNull => true;

    public override Version? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        if (string.IsNullOrEmpty(text))
            return null;
        return Version.TryParse(text, out var version) ? version : throw new JsonException($"{text} is no version.");
    }

    public override void Write(Utf8JsonWriter writer, Version? value, JsonSerializerOptions options) => writer.WriteStringValue(value?.ToString());
}
