using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Helios.Kernel.CustomFields;

namespace Helios.Kernel.Input;

/// <summary>How records look on the wire, in idempotency answers, job payloads and events: one contract for every door.</summary>
public static class HeliosJson
{
    /// <summary>Camel case and nothing else, strict numbers, no field twice, moments in UTC, enums as words, <see cref="Optional{T}"/> never required.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The name of a property on the wire.</summary>
    public static string NameOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            AllowDuplicateProperties = false,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OptionalIsNeverRequired } },
        };
        options.Converters.Add(new EntityRefConverterFactory());
        options.Converters.Add(new RowRefConverterFactory());
        options.Converters.Add(new OptionalConverterFactory());
        options.Converters.Add(new CustomFieldInputConverter());
        options.Converters.Add(new MomentConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }

    static void OptionalIsNeverRequired(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => IsOptional(property.PropertyType)))
        {
            property.IsRequired = false;
            property.ShouldSerialize = static (_, value) => value is not null && IsPresent(value);
        }
    }

    static bool IsOptional(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);

    static bool IsPresent(object value) => value is IOptional { IsPresent: true };
}
