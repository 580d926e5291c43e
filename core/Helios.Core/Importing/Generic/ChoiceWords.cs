using System.ComponentModel.DataAnnotations;
using Helios.Core.Timeline;
using Helios.Kernel.Input;

namespace Helios.Core.Importing.Generic;

/// <summary>The words of closed choices: each value as the API writes it (<c>in_stock</c>) and as people read it (In stock), whatever stands between the letters.</summary>
sealed class ChoiceWords
{
    readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    ChoiceWords()
    {
    }

    /// <summary>No closed choice.</summary>
    public static ChoiceWords None { get; } = new();

    /// <summary>The words of a field; <see cref="None"/> where it takes any text.</summary>
    /// <param name="field">The field of a command.</param>
    /// <param name="texts">What timelines call the kind's values.</param>
    public static ChoiceWords Of(RecordField field, IEnumerable<FieldText> texts)
    {
        var shape = field.Shape.Element ?? field.Shape;
        List<string> closed = [.. shape.Choices, .. field.Attributes.OfType<AllowedValuesAttribute>().SelectMany(allowed => allowed.Values).OfType<string>()];
        if (closed.Count == 0)
            return None;
        var words = new ChoiceWords();
        foreach (var value in closed)
            words.values.TryAdd(Fold(value), value);
        foreach (var (value, label) in texts.Where(text => text.Field == field.Name).SelectMany(text => text.Values))
            if (closed.Contains(value, StringComparer.Ordinal))
                words.values.TryAdd(Fold(label), value);
        return words;
    }

    /// <summary>The value that a text means, or the text itself.</summary>
    public string Value(string text) => values.GetValueOrDefault(Fold(text), text);

    static string Fold(string word) => new([.. word.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
