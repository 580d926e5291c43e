using System.Text.Encodings.Web;
using System.Text.Json;

namespace Helios.Kernel.CustomFields;

/// <summary>The custom fields of one entity as they are stored: values by API name, none of them null. It never changes; a change makes another one.</summary>
public sealed class CustomFieldValues : IEquatable<CustomFieldValues>
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly SortedDictionary<string, JsonElement> values;

    CustomFieldValues(SortedDictionary<string, JsonElement> values) => this.values = values;

    /// <summary>An entity without any.</summary>
    public static CustomFieldValues None { get; } = new(new SortedDictionary<string, JsonElement>(StringComparer.Ordinal));

    /// <summary>Every value by its API name, in the order of the names.</summary>
    public IReadOnlyDictionary<string, JsonElement> All => values;

    /// <summary>The value of a field, or null.</summary>
    public JsonElement? this[string apiName] => values.TryGetValue(apiName, out var value) ? value : null;

    /// <summary>The same with another value for one field; null takes it away.</summary>
    public CustomFieldValues With(string apiName, JsonElement? value)
    {
        var changed = new SortedDictionary<string, JsonElement>(values, StringComparer.Ordinal);
        if (value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } present)
            changed[apiName] = present;
        else
            changed.Remove(apiName);
        return new CustomFieldValues(changed);
    }

    /// <summary>The JSON of the column.</summary>
    public string ToJson() => JsonSerializer.Serialize(values, Plain);

    /// <summary>Reads the JSON of the column.</summary>
    public static CustomFieldValues Parse(string json) => new(JsonSerializer.Deserialize<SortedDictionary<string, JsonElement>>(json, Plain) is { } read
        ? new SortedDictionary<string, JsonElement>(read, StringComparer.Ordinal)
        : new SortedDictionary<string, JsonElement>(StringComparer.Ordinal));

    public bool Equals(CustomFieldValues? other) =>
        other is not null && values.Count == other.values.Count
        && values.All(mine => other.values.TryGetValue(mine.Key, out var theirs) && JsonElement.DeepEquals(mine.Value, theirs));

    public override bool Equals(object? obj) => Equals(obj as CustomFieldValues);

    public override int GetHashCode() => values.Keys.Aggregate(values.Count, HashCode.Combine);
}
