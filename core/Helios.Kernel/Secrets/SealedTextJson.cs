using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helios.Kernel.Secrets;

/// <summary>A sealed value leaves by no JSON: three dots stand for it, and none is read.</summary>
sealed class SealedTextJson : JsonConverter<SealedText>
{
    public override SealedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("A sealed value is never read from JSON.");

    public override void Write(Utf8JsonWriter writer, SealedText value, JsonSerializerOptions options) => writer.WriteStringValue(SealedText.Mask);
}
