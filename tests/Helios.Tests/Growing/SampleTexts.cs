using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Input;

namespace Helios.Tests.Growing;

/// <summary>Finds a text that the rules of a field accept, among those that inputs usually want.</summary>
static class SampleTexts
{
    /// <summary>The first candidate that breaks no rule of the field, or null.</summary>
    public static object? For(RecordField field, int number) => Candidates(field, number).FirstOrDefault(text => Accepts(field, text));

    /// <summary>Whether every rule of the field accepts the value.</summary>
    public static bool Accepts(RecordField field, object? value) => field.Attributes.OfType<ValidationAttribute>().All(rule => rule.IsValid(value));

    static IEnumerable<string> Candidates(RecordField field, int number)
    {
        foreach (var allowed in field.Attributes.OfType<AllowedValuesAttribute>().SelectMany(rule => rule.Values).OfType<string>().Reverse())
            yield return allowed;
        if (field.IsSecret)
            yield return GrowingHouse.Password;
        yield return $"Sample {number}";
        yield return $"sample{number}@larkspur.example";
        yield return $"https://larkspur.example/{number}";
        yield return $"sample-{number}";
        yield return $"s{number}";
        yield return "EUR";
        foreach (var word in field.Attributes.OfType<RegularExpressionAttribute>().SelectMany(rule => rule.Pattern.Split('|', '(', ')', '^', '$', '?')).Reverse())
            if (word.Length > 0)
                yield return word;
    }
}
