using FsCheck;
using FsCheck.Fluent;
using Helios.Web.Components.Tables;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Helios.Tests.Components;

/// <summary>Differences between before and after.</summary>
public sealed class DiffTests
{
    [Theory]
    [InlineData("include:_spf -all", "include:_spf include:send ~all", "include:_spf ", "-", "include:send ~", "all")]
    [InlineData("same", "same", "same", "", "", "")]
    [InlineData("", "new", "", "", "new", "")]
    [InlineData("aa", "aaa", "aa", "", "a", "")]
    [InlineData("a😀b", "a😁b", "a", "😀", "😁", "b")]
    public void Only_what_changed_is_marked(string old, string fresh, string before, string removed, string added, string after)
    {
        var (left, right) = DiffText.Between(old, fresh);

        Assert.Equal(new DiffText(before, removed, after), left);
        Assert.Equal(new DiffText(before, added, after), right);
    }

    [Fact]
    public void The_parts_of_any_two_texts_make_them_again() => Prop.ForAll<NonNull<string>, NonNull<string>>((old, fresh) =>
    {
        var (left, right) = DiffText.Between(old.Get, fresh.Get);
        return left.Before + left.Changed + left.After == old.Get && right.Before + right.Changed + right.After == fresh.Get && left.Before == right.Before && left.After == right.After;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_difference_says_its_signs_in_words_and_what_explains_nothing_is_marked()
    {
        RenderFragment change = builder => builder.AddContent(0, "CHG-221");
        var document = await Rendered.Component<Diff>(
            ("Caption", "DNS of two days"),
            ("Columns", (string[])["Name", "Value"]),
            ("ExplainedBy", "Explained by"),
            ("Groups", (DiffGroup[])
            [
                new("Not explained", [new([new(DiffSign.Removed, [new("vpn"), new("", "7")]), new(DiffSign.Added, [new("vpn"), new("", "24")])])]),
                new("Explained", [new([new(DiffSign.Same, [new("mx"), new("10")])], change)]),
            ]));

        Assert.Equal(["Removed", "Added", "Unchanged"], document.QuerySelectorAll(".sign .vh").Select(sign => sign.TextContent));
        Assert.Equal("7", document.QuerySelector("del")?.TextContent);
        Assert.Equal("24", document.QuerySelector("ins")?.TextContent);
        Assert.Equal(["Nothing", "CHG-221"], document.QuerySelectorAll("td[rowspan]").Select(cell => cell.TextContent));
        Assert.Equal(["2", "1"], document.QuerySelectorAll("td[rowspan]").Select(cell => cell.GetAttribute("rowspan")));
    }
}
