using Helios.Kernel.Filtering;
using Xunit;

namespace Helios.Tests.Filtering;

public sealed class FilterParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \n ", "")]
    [InlineData("status:open", "status:open")]
    [InlineData("Status=open", "status:open")]
    [InlineData("status:open priority>=high assignee:me updated<7d tag:printer -label:vip \"paper jam\"", "status:open priority>=high assignee:me updated<7d tag:printer -label:vip \"paper jam\"")]
    [InlineData("a:1 OR b:2 c:3", "a:1 OR b:2 c:3")]
    [InlineData("(a:1 OR b:2) c:3", "(a:1 OR b:2) c:3")]
    [InlineData("a:1 AND (b:2 AND c:3)", "a:1 b:2 c:3")]
    [InlineData("(a:1 OR (b:2 OR c:3))", "a:1 OR b:2 OR c:3")]
    [InlineData("NOT a:1 -(b:2 c:3) --d:4", "-a:1 -(b:2 c:3) d:4")]
    [InlineData("-(paper jam)", "-(paper jam)")]
    [InlineData("-paper jam", "-paper jam")]
    [InlineData("status:new,open,\"on hold\"", "status:new,open,\"on hold\"")]
    [InlineData("status!=new", "status!=new")]
    [InlineData("updated:<7d updated:>=2026-01-01", "updated<7d updated>=2026-01-01")]
    [InlineData("updated>2026-01-01T10:30", "updated>\"2026-01-01T10:30\"")]
    [InlineData("note:\"say \\\"hi\\\" \\\\ C:\\x\"", "note:\"say \\\"hi\\\" \\\\\\\\ C:\\\\x\"")]
    [InlineData("at 10:30", "at \"10:30\"")]
    [InlineData("or and not", "or and not")]
    [InlineData("\"OR\" \"-x\" \"a:b\"", "\"OR\" \"-x\" \"a:b\"")]
    [InlineData("müller 日本 😀", "müller 日本 😀")]
    [InlineData("a:1(b:2)c:3", "a:1 b:2 c:3")]
    public void A_text_reads_as_this_canonical_one(string text, string canonical)
    {
        var tree = FilterParser.Parse(text);
        Assert.Empty(tree.Problems);
        Assert.Equal(canonical.Replace("\\\\\\\\", "\\\\", StringComparison.Ordinal), tree.Value!.ToString());
        Assert.Equal(tree.Value, FilterParser.Parse(tree.Value.ToString()).Value);
    }

    [Fact]
    public void And_binds_before_or()
    {
        var tree = Assert.IsType<FilterOr>(Parcels.Tree("a:1 b:2 OR c:3"));
        Assert.IsType<FilterAnd>(tree.Terms[0]);
        Assert.IsType<FilterCondition>(tree.Terms[1]);
    }

    [Fact]
    public void A_condition_knows_its_place_and_that_of_its_values()
    {
        var condition = Assert.IsType<FilterNot>(Parcels.Tree("  -state:new,\"on hold\"")).Term as FilterCondition;
        Assert.Equal((3, 19), (condition!.Position, condition.Length));
        Assert.Equal([(9, 3), (13, 9)], condition.Values.Select(value => (value.Position, value.Length)));
    }

    [Theory]
    [InlineData("status:", 7, 0, "status", "value is missing")]
    [InlineData("status: open", 7, 0, "status", "without a space")]
    [InlineData("status:new,", 11, 0, "status", "value is missing")]
    [InlineData("status!new", 6, 1, "status", "status!=")]
    [InlineData("a:1 OR", 6, 0, null, "condition is missing")]
    [InlineData("OR a:1", 0, 0, null, "condition is missing")]
    [InlineData("a:1 OR OR b:2", 7, 0, null, "condition is missing")]
    [InlineData("a:1 AND", 7, 0, null, "condition is missing")]
    [InlineData("()", 1, 0, null, "before this parenthesis")]
    [InlineData("a:1 (b:2", 4, 1, null, "not closed")]
    [InlineData("a:1) b:2", 3, 1, null, "no opening one")]
    [InlineData("printer - jam", 8, 1, null, "minus")]
    [InlineData("\"paper jam", 0, 10, null, "quotation mark is not closed")]
    [InlineData("a:\"x", 2, 2, null, "quotation mark is not closed")]
    [InlineData("\"\"", 0, 2, null, "nothing between")]
    [InlineData("x :open", 2, 1, null, "field's name is missing")]
    [InlineData("a\0b", 1, 1, null, "control character")]
    public void A_fault_names_its_place_and_the_way_out(string text, int position, int length, string? field, string part)
    {
        var problem = Assert.Single(FilterParser.Parse(text).Problems);
        Assert.Equal((position, length, field), (problem.Position, problem.Length, problem.Field));
        Assert.Contains(part, problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_of_a_character_is_a_fault() =>
        Assert.Equal(1, Assert.Single(FilterParser.Parse("a\ud800b").Problems).Position);

    [Fact]
    public void Filters_have_limits()
    {
        Assert.True(FilterParser.Parse(new string('x', 2000)).Succeeded);
        Assert.Equal((2000, 1), Place(new string('x', 2001)));
        Assert.True(FilterParser.Parse(string.Join(' ', Enumerable.Repeat("a:1", 50))).Succeeded);
        Assert.Equal((200, 3), Place(string.Join(' ', Enumerable.Repeat("a:1", 51))));
        Assert.True(FilterParser.Parse("a:" + string.Join(',', Enumerable.Repeat("1", 50))).Succeeded);
        Assert.False(FilterParser.Parse("a:" + string.Join(',', Enumerable.Repeat("1", 51))).Succeeded);
        Assert.True(FilterParser.Parse(new string('(', 10) + "a" + new string(')', 10)).Succeeded);
        Assert.Equal((10, 1), Place(new string('(', 11) + "a" + new string(')', 11)));
        Assert.Equal((10, 1), Place(new string('-', 11) + "a"));

        static (int, int) Place(string text) => FilterParser.Parse(text).Problems.Select(problem => (problem.Position, problem.Length)).Single();
    }
}
