using FsCheck.Fluent;
using Helios.Kernel.Data;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Filtering;

/// <summary>A database with random parcels, a third of them marked.</summary>
public sealed class ParcelStore : IAsyncLifetime
{
    const string Table =
        """
        create table parcel (
          id uuid primary key, key text not null, state text not null, route text, note text, urgency smallint not null, weight integer not null,
          price bigint, holder_id uuid, sender_id uuid not null, updated_at timestamptz not null, due_at timestamptz, posted date not null, fragile boolean not null);
        create table parcel_mark (parcel_id uuid, name text, primary key (parcel_id, name));
        """;

    TestDatabase? database;

    /// <summary>What stands in the table.</summary>
    public IReadOnlyList<Parcel> Rows { get; } = [.. Trees.Row.Sample(120, 300).Select((row, index) => Placed(row, index))];

    public HeliosDb Db() => Parcels.Db(database!.Owner);

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create(TestSchema.Further(Table));
        await using var db = Db();
        db.AddRange(Rows);
        db.AddRange(Rows.Where((_, index) => index % 3 == 0).Select(row => new ParcelMark { ParcelId = row.Id, Name = "vip" }));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
    }

    static Parcel Placed(Parcel row, int index)
    {
        row.Key = $"P-{index}";
        row.SenderId = index % 2 == 0 ? Parcels.Anna : Parcels.Ben;
        row.UpdatedAt = Parcels.Now.AddMicroseconds(index / 4);
        return row;
    }
}
