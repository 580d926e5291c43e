using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helios.Kernel.Events;

/// <summary>A row that a command added, changed or removed. Its fields are a part of the event's changes, so that no value stands there twice; those of a setting stand here.</summary>
/// <param name="Did">What became of the row.</param>
/// <param name="From">Where its fields begin among the changes.</param>
/// <param name="Count">How many they are.</param>
public sealed record RowChange(RowDid Did, int From, int Count)
{
    /// <summary>Its table; null for the entity's own row.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Table { get; init; }

    /// <summary>Its primary key without the organization; null for the entity's own row.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonElement>? Key { get; init; }

    /// <summary>Of a removed row, what the changes do not tell: when it was made, who may read it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonElement>? Rest { get; init; }

    /// <summary>The fields of a setting, which the event tells in words of its own; null where they are a part of the changes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FieldChange>? Fields { get; init; }
}
