using System.Globalization;
using System.Text.Json.Nodes;
using Helios.Core.Directory;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;

namespace Helios.Core.Importing.Generic;

/// <summary>Reads a cell into the JSON that a field of a command wants. What does not fit stays text, so that the reader of inputs names it.</summary>
static class CellValue
{
    static readonly char[] Apart = [';', '\n'];

    /// <summary>Whether a cell can hold such a value.</summary>
    public static bool Holds(ValueShape shape) => shape.Kind switch
    {
        ValueKind.Text or ValueKind.Choice or ValueKind.Boolean or ValueKind.WholeNumber or ValueKind.Number or ValueKind.Day or ValueKind.Moment => true,
        ValueKind.Reference => typeof(IEntityRef).IsAssignableFrom(shape.Bare) && shape.Bare.GetGenericArguments()[0] != typeof(Entity),
        ValueKind.List => shape.Element!.Kind is not ValueKind.List && Holds(shape.Element),
        _ => false,
    };

    /// <summary>The texts of a cell: several where a list is wanted.</summary>
    public static IReadOnlyList<string> Parts(string cell) =>
        [.. cell.Split(cell.AsSpan().IndexOfAny(Apart) < 0 ? [','] : Apart, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>The value of a cell that is no reference.</summary>
    /// <param name="shape">What the field wants.</param>
    /// <param name="text">The cell.</param>
    /// <param name="words">The words of a closed choice.</param>
    public static JsonNode? Node(ValueShape shape, string text, ChoiceWords words) => shape.Kind switch
    {
        ValueKind.List => new JsonArray([.. Parts(text).Select(part => Node(shape.Element!, part, words))]),
        ValueKind.Boolean => CellText.Flag(text) is { } flag ? JsonValue.Create(flag) : JsonValue.Create(text),
        ValueKind.Choice => JsonValue.Create(words.Value(text)),
        ValueKind.Day => JsonValue.Create(CellText.Day(text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? text),
        ValueKind.Moment => JsonValue.Create(CellText.Day(text) is { } day ? day.ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture) : text),
        _ => TextValues.Node(shape, [words.Value(text)]),
    };
}
