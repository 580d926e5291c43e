using System.Text.Json;
using System.Text.Json.Serialization;
using Helios.Kernel.Entities;

namespace Helios.Kernel.Input;

/// <summary>A reference is a string on the wire: an id or a key.</summary>
sealed class EntityRefConverterFactory() : OpenConverterFactory(typeof(EntityRef<>), typeof(Converter<>))
{
    sealed class Converter<T> : JsonConverter<EntityRef<T>>
        where T : Entity
    {
        public override EntityRef<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { Length: > 0 and <= 100 } text ? new EntityRef<T>(text) : throw new JsonException("A reference is an id or a key of at most 100 characters.");

        public override void Write(Utf8JsonWriter writer, EntityRef<T> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
