using Helios.Core.Directory.Locations;
using Helios.Core.Directory.Locations.Commands;
using Helios.Core.Directory.Locations.Queries;
using Helios.Core.Directory.People.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Xunit;

namespace Helios.Tests.PeopleAndPlaces.Locations;

public sealed class LocationTests(DirectoryHouse house) : IClassFixture<DirectoryHouse>
{
    [Fact]
    public async Task A_location_shows_its_parts_and_the_people_there()
    {
        var site = (await house.Do(new CreateLocation { Name = "Site", Address = "Quay 1", Currency = "eur" })).Expect();
        var room = (await house.Do(new CreateLocation { Name = "Room", Parent = Ref(site.Key) })).Expect();
        var person = (await house.Do(new CreateUser { Name = "Ann", Location = Ref(site.Key) })).Expect();

        var shown = (await house.Ask(new GetLocation(Ref(site.Key)))).Expect();
        Assert.Equal([room.Key], shown.Parts.Select(part => part.Key));
        Assert.Equal([person.Key], shown.People.Select(user => user.Key));
        Assert.Equal(("EUR", 1), (shown.Currency, shown.PeopleCount));
        Assert.Equal("Site", (await house.Ask(new GetLocation(Ref(room.Key)))).Expect().Parent!.Name);
        var row = Assert.Single((await house.Ask(new ListLocations { Q = $"key:{site.Key}" })).Expect().Items);
        Assert.Equal(1, row.People);
    }

    [Fact]
    public async Task A_location_is_never_a_part_of_itself()
    {
        var whole = (await house.Do(new CreateLocation { Name = "Whole" })).Expect();
        var part = (await house.Do(new CreateLocation { Name = "Part", Parent = Ref(whole.Key) })).Expect();

        Assert.Equal("parent", (await house.Do(new UpdateLocation { Location = Ref(whole.Key), Parent = Ref(whole.Key) })).Problem!.Fields[0].Field);
        Assert.Equal("parent", (await house.Do(new UpdateLocation { Location = Ref(whole.Key), Parent = Ref(part.Key) })).Problem!.Fields[0].Field);
    }

    [Fact]
    public async Task Two_locations_may_share_a_name_but_not_an_address_unless_one_is_archived()
    {
        var first = (await house.Do(new CreateLocation { Name = "Depot", Address = "A" })).Expect();
        Assert.True((await house.Do(new CreateLocation { Name = "Depot", Address = "B" })).Succeeded);
        Assert.Equal(ProblemKind.Conflict, (await house.Do(new CreateLocation { Name = "depot", Address = "a " })).Problem!.Kind);

        (await house.Do(new ArchiveLocation(Ref(first.Key)))).Expect();
        Assert.True((await house.Do(new CreateLocation { Name = "depot", Address = "a" })).Succeeded);
        Assert.Equal(ProblemKind.Conflict, (await house.Do(new RestoreLocation(Ref(first.Key)))).Problem!.Kind);
    }

    static EntityRef<Location> Ref(string text) => new(text);
}
