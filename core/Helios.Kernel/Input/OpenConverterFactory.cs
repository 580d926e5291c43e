using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helios.Kernel.Input;

/// <summary>Gives every closed form of a generic type the converter that is closed by the same types.</summary>
/// <param name="open">The generic type, such as <c>EntityRef&lt;&gt;</c>.</param>
/// <param name="converter">Its converter, as open.</param>
abstract class OpenConverterFactory(Type open, Type converter) : JsonConverterFactory
{
    public sealed override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == open;

    public sealed override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(converter.MakeGenericType(typeToConvert.GetGenericArguments()))!;
}
