using System.Text;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Search;

/// <summary>How the database puts a text into words.</summary>
public sealed class WordsTests(EverywhereHouse house) : IClassFixture<EverywhereHouse>
{
    /// <summary>What a word is, in one expression: letters and digits, folded, at most 40 of them.</summary>
    const string Definition =
        """
        array(select left(word, 40) from unnest(regexp_split_to_array(
          lower(unaccent('public.unaccent', normalize(left(content, 400000), NFKC)) collate pg_c_utf8), '[^[:alnum:]]+')) with ordinality as w (word, place)
          where word <> '' order by place)
        """;

    [Theory]
    [InlineData("", "")]
    [InlineData("  --  ", "")]
    [InlineData("Printer on floor 3, again!", "printer on floor 3 again")]
    [InlineData("O'Brien_Mëi@larkspur.example", "o brien mei larkspur example")]
    [InlineData("ﬁle №Ⅷ 東京 ÅNGSTRÖM", "file noviii 東京 angstrom")]
    public async Task A_text_is_put_into_words(string text, string words) =>
        Assert.Equal(words, await house.One<string>("select array_to_string(helios_words($1), ' ')", text));

    [Fact]
    public async Task Any_text_has_the_words_of_the_definition_and_each_once_in_its_vector()
    {
        var texts = Texts(new Random(17)).ToArray();
        var wrong = await house.One<string>(
            $"""
            select min(content) from unnest($1) content
            where helios_words(content) is distinct from {Definition}
              or tsvector_to_array(helios_vector(content)) is distinct from array(select distinct word collate "C" from unnest({Definition}) word order by 1)
            """, (object)texts);
        Assert.Null(wrong);
    }

    [Fact]
    public async Task A_text_without_end_becomes_at_most_12_000_words() => Assert.Equal(
        12000, await house.One<int>("select length(helios_vector((select string_agg('w' || i, ' ') from generate_series(1, 13000) i)))"));

    /// <summary>Mostly ASCII, as people write; some of any script; words far beyond 40 signs.</summary>
    static IEnumerable<string> Texts(Random random)
    {
        for (var i = 0; i < 2000; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(60); length > 0; length--)
                text.Append(random.Next(10) switch
                {
                    0 when i % 2 == 0 => Rune.TryCreate(random.Next(1, 0x2FFFF), out var rune) ? rune.ToString() : " ",
                    1 => new string('x', random.Next(60)),
                    2 => " ",
                    _ => ((char)random.Next(1, 127)).ToString(),
                });
            yield return text.ToString();
        }
    }
}
