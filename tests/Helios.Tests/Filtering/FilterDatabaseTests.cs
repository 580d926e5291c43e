using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Helios.Tests.Filtering;

/// <summary>Filters and pages on the real server.</summary>
public sealed class FilterDatabaseTests(ParcelStore store) : IClassFixture<ParcelStore>
{
    [Fact]
    public async Task The_server_agrees_with_the_plain_reading_of_each_tree()
    {
        await using var db = store.Db();
        foreach (var tree in Trees.Sensible.Sample(40, 150))
        {
            var filter = (await Parcels.Read(tree.ToString(), Parcels.Context with { Db = db })).Expect();
            var found = await db.Set<Parcel>().Where(filter.Rows).Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
            Assert.True(store.Rows.Where(row => Naive.Passes(tree, row)).Select(row => row.Id).Order().SequenceEqual(found.Order()), tree.ToString());
        }
    }

    [Theory]
    [InlineData("updated")]
    [InlineData("key")]
    [InlineData("urgency")]
    [InlineData("weight")]
    [InlineData("posted")]
    [InlineData("sender")]
    public async Task Pages_show_every_row_once_in_order(string key)
    {
        foreach (var sort in new[] { key, $"-{key}" })
        {
            await using var db = store.Db();
            var order = Parcels.Sorts.Read(sort).Expect();
            var filter = (await Parcels.Read("weight>=-1")).Expect();
            List<Guid> seen = [];
            string? after = null;
            do
            {
                var position = order.From(after, filter.Tree).Expect();
                var page = await position.Of(db.Set<Parcel>().Where(filter.Rows)).Select(position.Place(row => row.Key)).Take(8).ToListAsync(TestContext.Current.CancellationToken);
                seen.AddRange(page.Take(7).Select(row => row.Id));
                after = page.Count > 7 ? position.CursorAfter(page[6]) : null;
            }
            while (after is not null);
            var all = await order.Order(db.Set<Parcel>().Where(filter.Rows)).Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal(all, seen);
            Assert.Equal(store.Rows.Count(row => row.Weight >= -1), seen.Count);
        }
    }

    [Fact]
    public async Task A_condition_over_another_table_and_its_negation_part_the_rows()
    {
        await using var db = store.Db();
        var context = Parcels.Context with { Db = db };
        var with = await db.Set<Parcel>().CountAsync((await Parcels.Read("mark:x,vip", context)).Expect().Rows, TestContext.Current.CancellationToken);
        var without = await db.Set<Parcel>().CountAsync((await Parcels.Read("mark!=vip", context)).Expect().Rows, TestContext.Current.CancellationToken);
        Assert.Equal((40, 80), (with, without));
    }
}
