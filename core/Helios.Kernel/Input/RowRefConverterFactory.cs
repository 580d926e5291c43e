using System.Text.Json;
using System.Text.Json.Serialization;
using Helios.Kernel.Entities;

namespace Helios.Kernel.Input;

/// <summary>A reference to a row is a string on the wire: its id.</summary>
sealed class RowRefConverterFactory() : OpenConverterFactory(typeof(RowRef<>), typeof(Converter<>))
{
    sealed class Converter<T> : JsonConverter<RowRef<T>>
        where T : class
    {
        public override RowRef<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { Length: > 0 and <= 100 } text ? new RowRef<T>(text) : throw new JsonException("A reference to a row is its id.");

        public override void Write(Utf8JsonWriter writer, RowRef<T> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
