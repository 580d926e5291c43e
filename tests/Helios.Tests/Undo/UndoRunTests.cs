using Helios.Core.Comments.Commands;
using Helios.Core.Directory.Locations.Commands;
using Helios.Core.Directory.People;
using Helios.Core.Directory.People.Commands;
using Helios.Core.Tags.Commands;
using Helios.Core.Timeline.Queries;
using Helios.Core.Undo.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.PeopleAndPlaces;
using Xunit;

namespace Helios.Tests.Undo;

public sealed class UndoRunTests(DirectoryHouse house) : IClassFixture<DirectoryHouse>
{
    static EntityRef<User> Person(Guid id) => new(id.ToString());

    Task<Guid> Run<T>(ICommand<T> command, Scope? scope = null) => Ran.By(options => house.Do(command, scope, options));

    Task<Outcome<UndoRun.Result>> Undo(Guid run, Scope? scope = null) => house.Do(new UndoRun(run.ToString()), scope);

    [Fact]
    public async Task A_changed_field_goes_back_and_forth()
    {
        var user = await house.Person("Noor Haddad");
        var run = await Run(new UpdateUser { User = Person(user.Id), Title = "Buyer", Phone = "12" });

        var undone = (await Undo(run)).Expect();

        Assert.False(undone.IsRedo);
        Assert.Equal(user.Key, Assert.Single(undone.Records).Key);
        Assert.Null(await house.One<string>("select title from \"user\" where id = $1", user.Id));
        Assert.Equal("undo.run.nothing_left", (await Undo(run)).Problem!.Code);
        var again = await house.One<Guid>("select run_id from event where entity_id = $1 and undoes = $2", user.Id, run);
        Assert.True((await Undo(again)).Expect().IsRedo);
        Assert.Equal("Buyer", await house.One<string>("select title from \"user\" where id = $1", user.Id));
    }

    [Fact]
    public async Task A_field_that_holds_something_else_by_now_is_a_conflict_that_names_it_and_nothing_goes_back()
    {
        var user = await house.Person("Pia Lund");
        var run = await Run(new UpdateUser { User = Person(user.Id), Title = "Buyer", Phone = "12" });
        await Run(new UpdateUser { User = Person(user.Id), Title = "Head buyer" });

        var refused = (await Undo(run)).Problem!;

        Assert.Equal((ProblemKind.Conflict, "undo.run.changed_since"), (refused.Kind, refused.Code));
        Assert.Equal("title", Assert.Single(refused.Fields).Field);
        Assert.Equal("12", await house.One<string>("select phone from \"user\" where id = $1", user.Id));
    }

    [Fact]
    public async Task What_was_made_goes_unless_something_refers_to_it()
    {
        var report = new CommandReport();
        var place = (await house.Do(new CreateLocation { Name = "Annex" }, null, new CommandOptions { Report = report })).Expect();
        var comment = await Run(new AddComment(new EntityRef<Entity>(place.Key), "Second door.", Audience.Internal));

        Assert.Equal("undo.run.in_use", (await Undo(report.Run!.Value)).Problem!.Code);
        (await Undo(comment)).Expect();
        Assert.True(Assert.Single((await Undo(report.Run.Value)).Expect().Records).IsGone);

        Assert.Equal(0L, await house.One<long>("select (select count(*) from location where id = $1) + (select count(*) from entity where id = $1)", place.Id));
        var again = await house.One<Guid>("select run_id from event where entity_id = $1 and undoes = $2", place.Id, report.Run);
        (await Undo(again)).Expect();
        Assert.Equal(place.Key, await house.One<string>("select key from entity where id = $1 and title = 'Annex'", place.Id));
    }

    [Fact]
    public async Task Only_who_may_do_it_now_undoes_it_and_others_learn_nothing()
    {
        var user = await house.Person("Ines Prado");
        var run = await Run(new UpdateUser { User = Person(user.Id), Title = "Cook" });
        var own = house.As(Roles.User, user.Id);

        Assert.Equal(ProblemKind.NotFound, (await Undo(run, own)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Undo(run, house.As(Roles.Owner, organization: house.Aster))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await Undo(Guid.CreateVersion7())).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await house.Do(new UndoRun("no such run"))).Problem!.Kind);
        var withoutRight = house.Staff with { Actor = house.Staff.Actor with { Permissions = house.Staff.Actor.Permissions.Where(permission => permission != "users:write").ToHashSet(StringComparer.Ordinal) } };
        Assert.Equal(ProblemKind.Forbidden, (await Undo(run, withoutRight)).Problem!.Kind);
        Assert.Equal("Cook", await house.One<string>("select title from \"user\" where id = $1", user.Id));
    }

    [Fact]
    public async Task A_conflict_names_fields_as_the_API_does_and_says_them_in_words()
    {
        var (boss, next, aide) = (await house.Person("Vera Boss"), await house.Person("Xia Next"), await house.Person("Wim Aide"));
        var run = await Run(new UpdateUser { User = Person(aide.Id), Manager = Person(boss.Id), EmployeeNumber = "1" });
        await Run(new UpdateUser { User = Person(aide.Id), Manager = Person(next.Id), EmployeeNumber = "2" });

        var fields = (await Undo(run)).Problem!.Fields.ToDictionary(field => field.Field, field => field.Text, StringComparer.Ordinal);

        Assert.Equal(["employeeNumber", "manager"], fields.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("“manager” of U-", fields["manager"], StringComparison.Ordinal);
        Assert.StartsWith("“employee number” of U-", fields["employeeNumber"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_becomes_his_own_manager_by_an_undo()
    {
        var (boss, aide) = (await house.Person("Yara Boss"), await house.Person("Zoe Aide"));
        await Run(new UpdateUser { User = Person(aide.Id), Manager = Person(boss.Id) });
        var run = await Run(new UpdateUser { User = Person(aide.Id), Manager = (EntityRef<User>?)null });
        await Run(new UpdateUser { User = Person(boss.Id), Manager = Person(aide.Id) });

        Assert.Equal("undo.run.circle", (await Undo(run)).Problem!.Code);
        Assert.Null(await house.One<string>("select manager_id::text from \"user\" where id = $1", aide.Id));
    }

    [Fact]
    public async Task A_rule_between_two_fields_holds_after_an_undo_too()
    {
        var user = await house.Person("Ulf Berg");
        await Run(new UpdateUser { User = Person(user.Id), StartsOn = new DateOnly(2026, 1, 1), EndsOn = new DateOnly(2026, 1, 10) });
        var run = await Run(new UpdateUser { User = Person(user.Id), EndsOn = new DateOnly(2026, 1, 20) });
        await Run(new UpdateUser { User = Person(user.Id), StartsOn = new DateOnly(2026, 1, 15) });

        var refused = (await Undo(run)).Problem!;

        Assert.Equal((ProblemKind.Conflict, "undo.run.inconsistent"), (refused.Kind, refused.Code));
        Assert.Equal("endsOn", Assert.Single(refused.Fields).Field);
        Assert.Equal(new DateOnly(2026, 1, 20), await house.One<DateOnly>("select ends_on from \"user\" where id = $1", user.Id));
    }

    [Fact]
    public async Task Erased_values_do_not_come_back()
    {
        var user = await house.Person("Uma Rao");
        var run = await Run(new UpdateUser { User = Person(user.Id), Phone = "77" });
        await house.Sql("update event_detail set body = '' where event_id = (select id from event where run_id = $1)", run);

        Assert.Equal("undo.run.erased", (await Undo(run)).Problem!.Code);
    }

    [Fact]
    public async Task After_thirty_days_it_is_too_late()
    {
        var user = await house.Person("Vera Holm");
        var old = TimeProvider.System.GetUtcNow().AddDays(-31);
        var run = Guid.CreateVersion7(old);
        var real = await Run(new UpdateUser { User = Person(user.Id), Phone = "78" });
        var moment = new DateTimeOffset(old.Ticks - (old.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        await house.Sql("update event_detail set occurred_at = $2 where event_id = (select id from event where run_id = $1)", real, moment);
        await house.Sql("update event set occurred_at = $2, run_id = $3 where run_id = $1", real, moment, run);

        Assert.Equal("undo.run.too_old", (await Undo(run)).Problem!.Code);
    }

    [Fact]
    public async Task A_timeline_offers_it_until_it_is_undone_and_then_offers_to_do_it_again()
    {
        var user = await house.Person("Wim Kok");
        var entity = new EntityRef<Entity>(user.Key);
        var run = await Run(new AddTag(entity, "new here"));

        var offered = (await house.Ask(new GetTimeline(new EntityRef<Entity>(user.Key)))).Expect().Items[0];
        Assert.Equal((run, true, false), (offered.Run!.Value, offered.CanUndo, offered.IsUndo));
        (await Undo(run)).Expect();

        var items = (await house.Ask(new GetTimeline(new EntityRef<Entity>(user.Key)))).Expect().Items;
        Assert.StartsWith("undid: ", items[0].Text, StringComparison.Ordinal);
        Assert.Equal((true, true, false), (items[0].CanUndo, items[0].IsUndo, items[1].CanUndo));
        (await Undo(items[0].Run!.Value)).Expect();
        Assert.StartsWith("did again: ", (await house.Ask(new GetTimeline(new EntityRef<Entity>(user.Key)))).Expect().Items[0].Text, StringComparison.Ordinal);
    }
}
