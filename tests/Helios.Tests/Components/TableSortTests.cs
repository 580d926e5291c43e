using Helios.Web.Components.Tables;
using Xunit;

namespace Helios.Tests.Components;

/// <summary>Heads of sortable columns.</summary>
public sealed class TableSortTests
{
    [Fact]
    public void A_first_click_sorts_and_a_second_turns_it_round()
    {
        Assert.Equal("/t?sort=title", new TableSort("/t", "-updated").Column("Title", "title").SortHref);
        Assert.Equal("/t?sort=-title", new TableSort("/t", "title").Column("Title", "title").SortHref);
        Assert.Equal("/t?sort=title", new TableSort("/t", "-title").Column("Title", "title").SortHref);
        Assert.Equal("/t?sort=-updated", new TableSort("/t", "title").Column("Updated", "updated", descendingFirst: true).SortHref);
    }

    [Fact]
    public void A_filter_in_the_address_stays() =>
        Assert.Equal("/t?q=state%3Aopen&sort=title", new TableSort("/t?q=state%3Aopen", "-updated").Column("Title", "title").SortHref);

    [Theory]
    [InlineData("title", SortDirection.Ascending)]
    [InlineData("-title", SortDirection.Descending)]
    [InlineData("subtitle", SortDirection.None)]
    public void The_head_knows_how_the_list_is_sorted(string current, SortDirection expected) =>
        Assert.Equal(expected, new TableSort("/t", current).Column("Title", "title").Sorted);
}
