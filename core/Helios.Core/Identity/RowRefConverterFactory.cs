using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helios.Core.Identity;

/// <summary>A reference is a string on the wire.</summary>
sealed class RowRefConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(RowRef<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    sealed class Converter<T> : JsonConverter<RowRef<T>>
        where T : class
    {
        public override RowRef<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { Length: > 0 and <= 60 } text ? new RowRef<T>(text) : throw new JsonException("A reference is an id of at most 60 characters.");

        public override void Write(Utf8JsonWriter writer, RowRef<T> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
    }
}
