using Xunit;

namespace Helios.Tests.Growing;

[Collection(GrowingSuites.Name)]
public sealed class ListTests(GrowingHouse house)
{
    [Fact]
    public async Task A_list_sends_as_many_statements_for_fifty_rows_as_for_two() => Verdict.Clean(await new ListRules(house).Statements());

    [Fact]
    public async Task Every_stock_view_can_be_shown() => Verdict.Clean(await new ListRules(house).StockViews());

    [Fact]
    public async Task Cursors_walk_the_whole_list_once() => Verdict.Clean(await new ListRules(house).Cursors());

    [Fact]
    public async Task Filter_fields_and_sort_keys_can_use_their_indices() => Verdict.Clean(await new ListRules(house).Columns());

    [Fact]
    public async Task Each_declared_list_is_asked_by_a_query() => Verdict.Clean(await new ListRules(house).Unlisted());

    [Fact]
    public void Each_column_of_a_page_has_a_field_for_files() => Verdict.Clean(new ListRules(house).Unwritten());
}
