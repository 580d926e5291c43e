using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helios.Kernel.Input;

/// <summary>Moments carry their offset on the wire and are UTC inside; they are written with Z (RFC 3339).</summary>
sealed class MomentConverter : JsonConverter<DateTimeOffset>
{
    const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // Without an offset the framework would take the server's zone, which no caller can know.
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTimeOffset(out var moment) || !HasOffset(reader.GetString()!))
            throw new JsonException("A moment has a date, a time and an offset.");
        return moment.ToUniversalTime();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Format, System.Globalization.CultureInfo.InvariantCulture));

    static bool HasOffset(string text) => text.IndexOf('T', StringComparison.Ordinal) is var time and > 0 && text.AsSpan(time).ContainsAny('Z', '+', '-');
}
