using Helios.Benchmarks.Filling;

namespace Helios.Benchmarks.Measuring.Parts;

/// <summary>Words to search for, as the data holds them.</summary>
static class Words
{
    static readonly Vocabulary Known = new();
    static readonly string[] LesserOnes = ["accounting", "reception", "warehouse", "marketing", "freezes", "overheats", "flickers"];
    static readonly string[] Sentences = ["problem", "device", "message", "desk"];

    public static string Frequent(Random random) => Vocabulary.FrequentWord(random.Next(8));

    /// <summary>A word that stands in one of fifty to a hundred tickets.</summary>
    public static string Lesser(Random random) => LesserOnes[random.Next(LesserOnes.Length)];

    /// <summary>A word of descriptions, so one that stands beside any other.</summary>
    public static string Sentence(Random random) => Sentences[random.Next(Sentences.Length)];

    /// <summary>A word of some ten to some hundred tickets of a million.</summary>
    public static string Rare(Random random) => Known.RareWord(500 + random.Next(15_000));

    /// <summary>A word with one letter swapped, as fingers do.</summary>
    public static string Mistyped(Random random)
    {
        var letters = Frequent(random).ToCharArray();
        var place = 1 + random.Next(letters.Length - 2);
        (letters[place], letters[place + 1]) = (letters[place + 1], letters[place]);
        return new string(letters);
    }
}
