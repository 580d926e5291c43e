using System.Text.Json;

namespace Helios.Kernel.CustomFields;

/// <summary>What became of a value that somebody sent.</summary>
/// <param name="Value">What is stored; null empties the field.</param>
/// <param name="Refusal">Why it is not taken, or null.</param>
/// <param name="Person">Whom it names, still to be looked up; null for other types.</param>
public sealed record CustomFieldReading(JsonElement? Value, string? Refusal = null, string? Person = null)
{
    /// <summary>Nothing: the field is emptied.</summary>
    public static CustomFieldReading Empty { get; } = new(null as JsonElement?);

    /// <summary>Whether it leaves the field without a value.</summary>
    public bool IsEmpty => Value is null && Refusal is null && Person is null;

    internal static CustomFieldReading Of(JsonElement value) => new(value);

    internal static CustomFieldReading Refuse(string why) => new(null, why);

    internal static CustomFieldReading Somebody(string text) => new(null, null, text);
}
