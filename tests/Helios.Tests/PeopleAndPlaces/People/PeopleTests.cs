using Helios.Core.Directory.People;
using Helios.Core.Directory.People.Commands;
using Helios.Core.Directory.People.Queries;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Xunit;

namespace Helios.Tests.PeopleAndPlaces.People;

public sealed class PeopleTests(DirectoryHouse house) : IClassFixture<DirectoryHouse>
{
    [Fact]
    public async Task A_new_person_is_shown_with_manager_and_the_manager_with_reports()
    {
        var boss = await house.Person("Ingrid Solberg");
        var made = (await house.Do(new CreateUser
        {
            Name = "  Mei Tanaka ",
            Mail = "Mei@Larkspur.example",
            Username = "mei",
            Title = "Field engineer",
            Notes = "Prefers chat",
            IsVip = true,
            Manager = Ref(boss.Key),
        })).Expect();

        var mei = (await house.Ask(new GetUser(Ref(made.Key)))).Expect();
        Assert.Equal("Mei Tanaka", mei.Name);
        Assert.True(mei.IsVip);
        Assert.Equal(boss.Key, mei.Manager!.Key);
        Assert.Equal("Prefers chat", mei.Notes);
        var ingrid = (await house.Ask(new GetUser(Ref(boss.Key)))).Expect();
        Assert.Equal([made.Key], ingrid.Reports.Select(report => report.Key));
        Assert.Equal(1, ingrid.ReportCount);
    }

    [Fact]
    public async Task A_second_person_with_the_same_mail_address_or_user_name_is_refused()
    {
        (await house.Do(new CreateUser { Name = "One", Mail = "same@larkspur.example", Username = "same" })).Expect();

        var mail = (await house.Do(new CreateUser { Name = "Two", Mail = "SAME@larkspur.example" })).Problem!;
        Assert.Equal((ProblemKind.Conflict, "mail"), (mail.Kind, mail.Fields[0].Field));
        var name = (await house.Do(new CreateUser { Name = "Two", Username = "Same" })).Problem!;
        Assert.Equal((ProblemKind.Conflict, "username"), (name.Kind, name.Fields[0].Field));
        Assert.True((await house.Do(new CreateUser { Name = "Two", Mail = "same@larkspur.example" }, house.As(Roles.ItStaff, organization: house.Aster))).Succeeded);
    }

    [Fact]
    public async Task Nobody_becomes_his_own_manager_not_even_through_others()
    {
        var top = await house.Person("Top");
        var middle = (await house.Do(new CreateUser { Name = "Middle", Manager = Ref(top.Key) })).Expect();
        var low = (await house.Do(new CreateUser { Name = "Low", Manager = Ref(middle.Key) })).Expect();

        var self = (await house.Do(new UpdateUser { User = Ref(top.Key), Manager = Ref(top.Key) })).Problem!;
        Assert.Equal("manager", self.Fields[0].Field);
        var circle = (await house.Do(new UpdateUser { User = Ref(top.Key), Manager = Ref(low.Key) })).Problem!;
        Assert.Equal("manager", circle.Fields[0].Field);
        Assert.Contains("Low reports to Top", circle.Text, StringComparison.Ordinal);
        Assert.True((await house.Do(new UpdateUser { User = Ref(low.Key), Manager = Ref(top.Key) })).Succeeded);
    }

    [Fact]
    public async Task An_update_leaves_what_is_absent_and_clears_what_is_null()
    {
        var made = (await house.Do(new CreateUser { Name = "Ann", Phone = "12", Title = "Nurse" })).Expect();

        (await house.Do(new UpdateUser { User = Ref(made.Key), Phone = (string?)null })).Expect();

        var ann = (await house.Ask(new GetUser(Ref(made.Key)))).Expect();
        Assert.Equal((null, "Nurse", 2L), (ann.Phone, ann.Title, ann.Version));
        var stale = await house.Do(new UpdateUser { User = Ref(made.Key), Title = "Doctor" }, options: new CommandOptions { ExpectedVersion = 1 });
        Assert.Equal(ProblemKind.Stale, stale.Problem!.Kind);
    }

    [Fact]
    public async Task Every_broken_field_is_named_at_once()
    {
        var problem = (await house.Do(new CreateUser { Name = "", Mail = "nobody", Website = "example", StartsOn = new DateOnly(2026, 2, 1) })).Problem!;

        Assert.Equal(["mail", "name", "website"], problem.Fields.Select(field => field.Field).Distinct().Order(StringComparer.Ordinal));
        var days = (await house.Do(new CreateUser { Name = "A", StartsOn = new DateOnly(2026, 2, 1), EndsOn = new DateOnly(2026, 1, 1) })).Problem!;
        Assert.Equal("endsOn", days.Fields[0].Field);
    }

    [Fact]
    public async Task Who_is_no_staff_sees_himself_without_notes_and_nobody_else()
    {
        var me = (await house.Do(new CreateUser { Name = "Me", Notes = "Difficult" })).Expect();
        var other = await house.Person("Other");
        var mine = house.As(Roles.User, me.Id);

        Assert.Null((await house.Ask(new GetUser(Ref(me.Key)), mine)).Expect().Notes);
        Assert.Equal(ProblemKind.NotFound, (await house.Ask(new GetUser(Ref(other.Key)), mine)).Problem!.Kind);
        Assert.Equal(ProblemKind.Forbidden, (await house.Ask(new ListUsers(), mine)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await house.Ask(new GetUser(Ref(me.Key)), house.As(Roles.Owner, organization: house.Aster))).Problem!.Kind);
    }

    [Fact]
    public async Task A_deactivated_person_stays_and_an_archived_one_leaves_the_list()
    {
        var made = await house.Person("Zoe Archive");

        (await house.Do(new DeactivateUser(Ref(made.Key)))).Expect();
        Assert.False((await house.Ask(new GetUser(Ref(made.Key)))).Expect().IsActive);
        (await house.Do(new ArchiveUser(Ref(made.Key)))).Expect();
        Assert.Empty((await house.Ask(new ListUsers { Q = $"key:{made.Key}" })).Expect().Items);
        Assert.Single((await house.Ask(new ListUsers { Q = $"key:{made.Key} archived:yes" })).Expect().Items);
        (await house.Do(new RestoreUser(Ref(made.Key)))).Expect();
        Assert.Single((await house.Ask(new ListUsers { Q = $"key:{made.Key}" })).Expect().Items);
        Assert.Equal(4L, await house.One<long>("select count(*) from event where entity_id = $1", made.Id));
    }

    static EntityRef<User> Ref(string text) => new(text);
}
