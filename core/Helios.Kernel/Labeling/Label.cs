namespace Helios.Kernel.Labeling;

/// <summary>What people call one and many of a kind: alone and at the beginning, and inside a sentence.</summary>
/// <param name="One">The singular.</param>
/// <param name="Many">The plural.</param>
public sealed record Label(string One, string Many)
{
    /// <summary>The singular inside a sentence or behind a verb, as in “New ticket”.</summary>
    public required string OneInText { get; init; }

    /// <summary>The plural inside a sentence.</summary>
    public required string ManyInText { get; init; }

    /// <summary>The words that a declaration brings: English nouns, small inside a sentence.</summary>
    public static Label Stock(string one, string many) => new(one, many) { OneInText = Small(one), ManyInText = Small(many) };

    /// <summary>An organization's own words: whoever chose them wrote them as he wants them, everywhere.</summary>
    public static Label Own(string one, string many) => new(one, many) { OneInText = one, ManyInText = many };

    // An abbreviation stays as it is.
    static string Small(string word) => word.Length > 1 && char.IsUpper(word[1]) ? word : char.ToLowerInvariant(word[0]) + word[1..];
}
