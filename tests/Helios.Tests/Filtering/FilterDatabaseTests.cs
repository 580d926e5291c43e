using FsCheck.Fluent;
using Helios.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Helios.Tests.Filtering;

/// <summary>Filters and pages on the real server.</summary>
public sealed class FilterDatabaseTests : IAsyncLifetime
{
    const string Table =
        """
        create table parcel (
          id uuid primary key, key text not null, state text not null, route text, note text, urgency smallint not null, weight integer not null,
          price bigint, holder_id uuid, sender_id uuid not null, updated_at timestamptz not null, due_at timestamptz, posted date not null, fragile boolean not null);
        create table parcel_mark (parcel_id uuid, name text, primary key (parcel_id, name));
        """;

    readonly List<Parcel> rows = [.. Trees.Row.Sample(120, 300).Select((row, index) => Placed(row, index))];
    TestDatabase? database;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create(Table);
        await using var db = Parcels.Db(database.Owner);
        db.AddRange(rows);
        db.AddRange(rows.Where((_, index) => index % 3 == 0).Select(row => new ParcelMark { ParcelId = row.Id, Name = "vip" }));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
    }

    [Fact]
    public async Task The_server_agrees_with_the_plain_reading_of_each_tree()
    {
        await using var db = Parcels.Db(database!.Owner);
        foreach (var tree in Trees.Sensible.Sample(40, 150))
        {
            var filter = (await Parcels.Read(tree.ToString(), Parcels.Context with { Db = db })).Expect();
            var found = await db.Set<Parcel>().Where(filter.Rows).Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
            Assert.True(rows.Where(row => Naive.Passes(tree, row)).Select(row => row.Id).Order().SequenceEqual(found.Order()), tree.ToString());
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
            await using var db = Parcels.Db(database!.Owner);
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
            Assert.Equal(rows.Count(row => row.Weight >= -1), seen.Count);
        }
    }

    [Fact]
    public async Task A_condition_over_another_table_and_its_negation_part_the_rows()
    {
        await using var db = Parcels.Db(database!.Owner);
        var context = Parcels.Context with { Db = db };
        var with = await db.Set<Parcel>().CountAsync((await Parcels.Read("mark:x,vip", context)).Expect().Rows, TestContext.Current.CancellationToken);
        var without = await db.Set<Parcel>().CountAsync((await Parcels.Read("mark!=vip", context)).Expect().Rows, TestContext.Current.CancellationToken);
        Assert.Equal((40, 80), (with, without));
    }

    static Parcel Placed(Parcel row, int index)
    {
        row.Key = $"P-{index}";
        row.SenderId = index % 2 == 0 ? Parcels.Anna : Parcels.Ben;
        row.UpdatedAt = Parcels.Now.AddMicroseconds(index / 4);
        return row;
    }
}
