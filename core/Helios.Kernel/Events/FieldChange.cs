using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helios.Kernel.Events;

/// <summary>One field that a command changed.</summary>
/// <param name="Field">The field's name on the wire; a child row's begin with its table (<c>comment.body</c>).</param>
/// <param name="Old">What it held; null for a new row.</param>
/// <param name="New">What it holds; null for a removed row.</param>
public sealed record FieldChange(string Field, JsonElement? Old, JsonElement? New)
{
    /// <summary>Whether both values were erased by right.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsErased { get; init; }
}
