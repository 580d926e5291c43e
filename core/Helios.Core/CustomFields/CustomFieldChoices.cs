using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Input;

namespace Helios.Core.CustomFields;

/// <summary>The choices of a field in order, compared by what they say.</summary>
[JsonConverter(typeof(Converter))]
[SuppressMessage("Naming", "CA1710", Justification = "They are choices; that they can be walked is for the serializer.")]
public sealed class CustomFieldChoices(IEnumerable<CustomFieldChoice> choices) : IReadOnlyList<CustomFieldChoice>, IEquatable<CustomFieldChoices>
{
    readonly CustomFieldChoice[] choices = [.. choices];

    /// <summary>No choices.</summary>
    public static CustomFieldChoices None { get; } = new([]);

    public int Count => choices.Length;

    public CustomFieldChoice this[int index] => choices[index];

    internal string ToJson() => JsonSerializer.Serialize(choices, HeliosJson.Options);

    internal static CustomFieldChoices Parse(string json) => new(JsonSerializer.Deserialize<CustomFieldChoice[]>(json, HeliosJson.Options)!);

    public bool Equals(CustomFieldChoices? other) => other is not null && choices.SequenceEqual(other.choices);

    public override bool Equals(object? obj) => Equals(obj as CustomFieldChoices);

    public override int GetHashCode() => choices.Aggregate(choices.Length, HashCode.Combine);

    public IEnumerator<CustomFieldChoice> GetEnumerator() => ((IEnumerable<CustomFieldChoice>)choices).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Reads and writes the choices as the array that they are.</summary>
    sealed class Converter : JsonConverter<CustomFieldChoices>
    {
        public override CustomFieldChoices Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonSerializer.Deserialize<CustomFieldChoice[]>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, CustomFieldChoices value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.choices, options);
    }
}
