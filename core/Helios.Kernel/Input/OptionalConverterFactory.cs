using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helios.Kernel.Input;

/// <summary>Reads a field that was sent as present; one that was not sent stays absent, since no converter is asked.</summary>
sealed class OptionalConverterFactory() : OpenConverterFactory(typeof(Optional<>), typeof(Converter<>))
{
    sealed class Converter<T> : JsonConverter<Optional<T>>
    {
        public override bool HandleNull => true;

        public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<T>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
