using System.Text.Json.Serialization;

namespace Helios.Kernel.Problems;

/// <summary>What is wrong with one field of an input, in words that name the way out.</summary>
/// <param name="Field">The field's name on the wire (camel case).</param>
/// <param name="Text">One sentence: what is wrong and what to do.</param>
public sealed record FieldProblem(string Field, string Text)
{
    /// <summary>Where in the sent text the fault begins, counted in characters from 0; only where a part of a text is wrong, as in a filter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Position { get; init; }

    /// <summary>How many characters are wrong; 0 where something is missing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Length { get; init; }
}
