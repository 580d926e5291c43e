using System.Text.Json;
using System.Text.Json.Serialization;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;

namespace Helios.Kernel.CustomFields;

/// <summary>Custom fields in an input are an object on the wire: values by API name.</summary>
sealed class CustomFieldInputConverter() : OpenConverterFactory(typeof(CustomFieldInput<>), typeof(Converter<>))
{
    sealed class Converter<T> : JsonConverter<CustomFieldInput<T>>
        where T : Entity
    {
        public override CustomFieldInput<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var sent = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(ref reader, options)!;
            return sent.Count <= CustomFieldInput<T>.Most ? new CustomFieldInput<T>(sent) : throw new JsonException("A kind has at most 100 custom fields.");
        }

        public override void Write(Utf8JsonWriter writer, CustomFieldInput<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Sent, options);
    }
}
