using FsCheck;
using FsCheck.Fluent;
using Helios.Kernel.Filtering;
using Xunit;

namespace Helios.Tests.Filtering;

public sealed class FilterPropertyTests
{
    static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2000);

    [Fact]
    public void The_text_of_any_tree_reads_as_an_equal_tree() =>
        Check.One(Thorough, Prop.ForAll(Arb.From(Trees.Any), tree =>
        {
            var text = tree.ToString();
            var read = FilterParser.Parse(text);
            return text.Length > FilterLimits.Characters || Terms(tree) > FilterLimits.Terms || (tree.Equals(read.Value) && string.Equals(text, read.Value!.ToString(), StringComparison.Ordinal));
        }));

    [Fact]
    public void Any_text_gives_a_tree_or_a_problem_inside_the_text() =>
        Check.One(Thorough, Prop.ForAll(Arb.From(Trees.Noise), text =>
        {
            var read = FilterParser.Parse(text);
            if (!read.Succeeded)
                return read.Problems.All(problem => problem.Position >= 0 && problem.Position + problem.Length <= text.Length && problem.Text.Length > 20);
            var rows = Parcels.Fields.Compile(read.Value, Parcels.Context);
            return read.Value.Equals(FilterParser.Parse(read.Value.ToString()).Value)
                && (rows.Succeeded || rows.Problems.All(problem => problem.Position >= 0 && problem.Length > 0 && problem.Position + problem.Length <= text.Length));
        }));

    [Fact]
    public void Completion_answers_at_every_caret_and_replaces_the_piece_around_it() =>
        Check.One(Thorough, Prop.ForAll(Arb.From(Trees.Noise), text =>
            Enumerable.Range(0, text.Length + 2).All(caret => FilterCompletion.At(text, caret, Parcels.Fields.Infos)
                .All(suggestion => IsAround(suggestion, Math.Min(caret, text.Length), text)))));

    [Fact]
    public void A_compiled_filter_agrees_with_the_plain_reading_of_its_tree() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Arb.From(Trees.Sensible), Arb.From(Trees.Row.ListOf(40)), (tree, rows) =>
        {
            var read = FilterParser.Parse(tree.ToString()).Expect();
            var known = Parcels.Context with { Known = new Dictionary<(string, string), Guid> { [("user", "U-2")] = Parcels.Ben } };
            var passes = Parcels.Fields.Compile(read, known).Expect().Compile(preferInterpretation: true);
            return rows.All(row => passes(row) == Naive.Passes(tree, row));
        }));

    /// <summary>From before the caret to its end or beyond, but never over a space into the next condition, unless a quoted value holds it.</summary>
    static bool IsAround(FilterSuggestion suggestion, int caret, string text)
    {
        var end = suggestion.Position + suggestion.Length;
        return suggestion.Position >= 0 && suggestion.Position <= caret && end >= caret && end <= text.Length
            && (!text[caret..end].Any(char.IsWhiteSpace) || text[suggestion.Position] == '"');
    }

    static int Terms(FilterNode node) => node switch
    {
        FilterAnd and => and.Terms.Sum(Terms),
        FilterOr or => or.Terms.Sum(Terms),
        FilterNot not => Terms(not.Term),
        FilterWords words => words.Words.Count,
        _ => 1,
    };
}
