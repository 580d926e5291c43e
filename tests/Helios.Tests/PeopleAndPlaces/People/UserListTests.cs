using Helios.Core.Directory.Locations;
using Helios.Core.Directory.Locations.Commands;
using Helios.Core.Directory.People;
using Helios.Core.Directory.People.Commands;
using Helios.Core.Directory.People.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Xunit;

namespace Helios.Tests.PeopleAndPlaces.People;

public sealed class UserListTests(DirectoryHouse house) : IClassFixture<DirectoryHouse>
{
    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repeat_in_every_order()
    {
        var scope = house.As(Roles.ItStaff, organization: house.Aster);
        foreach (var number in Enumerable.Range(1, 23))
            (await house.Do(new CreateUser { Name = $"Same name {number % 5}", Company = "Pages" }, scope)).Expect();
        var mine = house.As(Roles.ItStaff, (await house.Do(new CreateUser { Name = "Me", Company = "Pages" }, scope)).Expect().Id, house.Aster);

        foreach (var sort in new[] { "name", "-name", "updated", "-updated" })
        {
            List<UserRow> all = [];
            string? after = null;
            do
            {
                var page = (await house.Ask(new ListUsers { Q = "company:Pages", Sort = sort, Limit = 5, After = after, Count = true }, mine)).Expect();
                Assert.Equal((24, false), (page.Total!.Value, page.TotalIsCapped));
                all.AddRange(page.Items);
                after = page.Next;
            }
            while (after is not null);

            Assert.Equal(24, all.Select(row => row.Id).Distinct().Count());
            Assert.Equal(24, all.Count);
            var names = all.ConvertAll(row => row.Name);
            if (sort.EndsWith("name", StringComparison.Ordinal))
                Assert.Equal(sort[0] == '-' ? names.OrderDescending(StringComparer.Ordinal) : names.Order(StringComparer.Ordinal), names);
        }
    }

    [Fact]
    public async Task A_filter_names_people_by_mail_and_locations_by_name_or_key()
    {
        var place = (await house.Do(new CreateLocation { Name = "Rotterdam", Address = "Quay 1" })).Expect();
        var boss = await house.Person("Filter boss", "Boss@Filter.example");
        var made = (await house.Do(new CreateUser { Name = "Filter person", Location = new EntityRef<Location>(place.Key), Manager = new EntityRef<User>(boss.Key), IsVip = true })).Expect();

        foreach (var q in new[] { "location:rotterdam", $"location:{place.Key} vip:yes", "manager:boss@filter.example", $"manager:{boss.Id}" })
        {
            var row = Assert.Single((await house.Ask(new ListUsers { Q = q })).Expect().Items);
            Assert.Equal((made.Key, "Rotterdam", "Filter boss"), (row.Key, row.Location!.Name, row.Manager!.Name));
        }

        Assert.Contains(boss.Key, (await house.Ask(new ListUsers { Q = "manager:none -vip:yes" })).Expect().Items.Select(row => row.Key));
        Assert.Equal([boss.Key], (await house.Ask(new ListUsers { Q = "mail:boss@FILTER.example" })).Expect().Items.Select(row => row.Key));
    }

    [Fact]
    public async Task A_fault_in_filter_sort_or_cursor_names_its_field()
    {
        foreach (var (list, field) in new[]
        {
            (new ListUsers { Q = "colour:red" }, "q"), (new ListUsers { Q = "location:nowhere" }, "q"), (new ListUsers { Q = "vip:(" }, "q"),
            (new ListUsers { Sort = "shoe_size" }, "sort"), (new ListUsers { After = "abc" }, "after"), (new ListUsers { Limit = 0 }, "limit"), (new ListUsers { Limit = 201 }, "limit"),
        })
        {
            var problem = (await house.Ask(list)).Problem!;
            Assert.Equal((ProblemKind.Invalid, field), (problem.Kind, problem.Fields[0].Field));
        }
    }

    [Fact]
    public async Task Another_organization_is_never_listed()
    {
        await house.Person("Stranger", "stranger@aster.example", house.As(Roles.ItStaff, organization: house.Aster));

        Assert.Empty((await house.Ask(new ListUsers { Q = "mail:stranger@aster.example", Count = true })).Expect().Items);
    }
}
