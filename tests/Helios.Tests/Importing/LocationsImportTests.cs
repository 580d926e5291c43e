using Helios.Core.Directory.Locations;
using Helios.Core.Directory.Locations.Queries;
using Helios.Core.Directory.People.Commands;
using Helios.Core.Importing;
using Helios.Kernel.Entities;
using Helios.Tests.PeopleAndPlaces;
using Xunit;

namespace Helios.Tests.Importing;

public sealed class LocationsImportTests(DirectoryHouse house) : IClassFixture<DirectoryHouse>
{
    const string Header = "name,address,address2,city,state,country,zip,manager,manager username,currency,parent location";

    [Fact]
    public async Task A_file_makes_locations_that_share_names_and_a_second_time_changes_nothing()
    {
        (await house.Do(new CreateUser { Name = "Ola Nord", Username = "onord" })).Expect();
        var csv = $"""
            {Header}
            Harbor,1 Quay,Floor 2,Bergen,VL,NO,5003,Ola Nord,onord,nok,
            Harbor,2 Quay,,Bergen,VL,NO,,Somebody Else,selse,NOK,
            Room 7,,,,,,,,,,Tower
            Tower,9 High St,,,,,,Ola Nord,,EUR,
            Nameless money,,,,,,,,,kroner,
            """;

        var first = await house.Import("location", csv);
        Assert.Equal(new ImportCounts(4, 0, 0, 1, 1), first.Counts);
        var harbor = await Place("address", "1 Quay");
        Assert.Equal(("Ola Nord", "NOK", "5003", "Floor 2"), (harbor.Manager!.Name, harbor.Currency, harbor.PostalCode, harbor.Address2));
        Assert.Null((await Place("address", "2 Quay")).Manager);
        Assert.Equal("Tower", (await Place("name", "Room 7")).Parent!.Name);
        Assert.Contains("ISO 4217", (await house.RowsOf(first))[4].Reason!, StringComparison.Ordinal);

        Assert.Equal(new ImportCounts(0, 0, 4, 1, 1), (await house.Import("location", csv)).Counts);
        (await house.Do(new CreateUser { Name = "Somebody Else", Username = "selse" })).Expect();
        var third = await house.Import("location", csv);
        Assert.Equal(new ImportCounts(0, 1, 3, 1, 0), third.Counts);
        Assert.Equal(["Manager"], (await house.RowsOf(third))[1].Changes);
    }

    async Task<LocationDetails> Place(string column, string value)
    {
        var key = await house.One<string>($"select key from location where {column} = $1", value);
        return (await house.Ask(new GetLocation(new EntityRef<Location>(key!)))).Expect();
    }
}
