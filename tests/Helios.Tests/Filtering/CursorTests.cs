using Helios.Kernel.Filtering;
using Xunit;

namespace Helios.Tests.Filtering;

public sealed class CursorTests
{
    static readonly Parcel Last = new() { Id = Parcels.Ben, Key = "P-7 ü", Urgency = 3, Weight = -5, UpdatedAt = Parcels.Now.AddTicks(10), Posted = new DateOnly(2026, 6, 10), SenderId = Parcels.Anna };

    [Theory]
    [InlineData("updated")]
    [InlineData("-key")]
    [InlineData("urgency")]
    [InlineData("-weight")]
    [InlineData("posted")]
    [InlineData("sender")]
    public void A_cursor_leads_on_in_its_own_filter_and_sort_only(string sort)
    {
        var order = Parcels.Sorts.Read(sort).Expect();
        var cursor = order.From("", Parcels.Tree("state:new jam")).Expect().CursorAfter(Last);
        Assert.NotNull(order.From(cursor, Parcels.Tree("state=new  jam")).Expect().Behind);
        Refused(order.From(cursor, Parcels.Tree("state:sent jam")));
        Refused(Parcels.Sorts.Read(sort.StartsWith('-') ? sort[1..] : $"-{sort}").Expect().From(cursor, Parcels.Tree("state:new jam")));
    }

    [Fact]
    public void A_damaged_cursor_is_a_problem_wherever_it_is_damaged()
    {
        var order = Parcels.Sorts.Read("key").Expect();
        var cursor = order.From(null, Parcels.Tree("")).Expect().CursorAfter(Last);
        for (var at = 0; at < cursor.Length - 1; at++)
            Refused(order.From($"{cursor[..at]}{(cursor[at] == 'A' ? 'B' : 'A')}{cursor[(at + 1)..]}", Parcels.Tree("")));
        for (var length = 1; length < cursor.Length; length++)
            Refused(order.From(cursor[..length], Parcels.Tree("")));
        Refused(order.From($"{cursor}A", Parcels.Tree("")));
        Refused(order.From("%%%", Parcels.Tree("")));
        Refused(order.From(new string('A', 100_000), Parcels.Tree("")));
    }

    [Fact]
    public void A_view_that_knows_its_place_gives_the_same_cursor()
    {
        var first = Parcels.Sorts.Read("-updated").Expect().From(null, Parcels.Tree("")).Expect();
        var placed = first.Place(parcel => parcel.Key).Compile()(Last);
        Assert.Equal("P-7 ü", placed.View);
        Assert.Equal(first.CursorAfter(Last), first.CursorAfter(placed));
    }

    [Fact]
    public void Without_a_word_a_list_has_its_own_order()
    {
        Assert.Equal("-updated", Parcels.Sorts.Read(null).Expect().Text);
        Assert.Equal("-updated", Parcels.Sorts.Read("").Expect().Text);
        Assert.Equal("updated", Parcels.Sorts.Read("updated").Expect().Text);
    }

    [Theory]
    [InlineData("updatd", "Did you mean “updated”?")]
    [InlineData("-note", "Sort by updated, key, urgency")]
    [InlineData("-", "Sort by updated, key, urgency")]
    public void An_unknown_sort_is_told_what_there_is(string sort, string part)
    {
        var problem = Assert.Single(Parcels.Sorts.Read(sort).Problems);
        Assert.Equal("sort", problem.Field);
        Assert.Contains(part, problem.Text, StringComparison.Ordinal);
    }

    static void Refused(FilterResult<ListPosition<Parcel>> page) => Assert.Equal("after", Assert.Single(page.Problems).Field);
}
