using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Commands;

public sealed class CommandPipelineTests(GadgetHouse house) : IClassFixture<GadgetHouse>
{
    static EntityRef<Gadget> Ref(string text) => new(text);

    [Fact]
    public async Task A_command_writes_the_row_the_projection_the_event_its_detail_and_its_place_to_be_sealed()
    {
        var owner = Guid.CreateVersion7();
        var added = (await house.Do(new AddGadget("lamp", owner, "s3cret"), house.As(Roles.ItStaff))).Expect();

        Assert.StartsWith("G-", added.Key, StringComparison.Ordinal);
        Assert.Equal("lamp", await house.One<string>("select title from entity where id = $1 and kind = 'gadget' and key = $2 and staff_readable and not archived", added.Id, added.Key));
        Assert.Equal([$"user:{owner}"], (await house.One<string[]>("select readers from entity where id = $1", added.Id))!);
        Assert.Equal("GadgetAdded", await house.One<string>("select action from event where entity_id = $1 and door = 'rest' and actor_kind = 'account' and audience = 'requester'", added.Id));
        var body = await house.One<string>("select body from event_detail d join event e on e.id = d.event_id where entity_id = $1", added.Id);
        Assert.Contains("\"field\":\"name\",\"old\":null,\"new\":\"lamp\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", body, StringComparison.Ordinal);
        var salt = await house.One<byte[]>("select salt from event_detail d join event e on e.id = d.event_id where entity_id = $1", added.Id);
        Assert.Equal(DetailForm.Digest(salt!, body!), await house.One<byte[]>("select detail_digest from event where entity_id = $1", added.Id));
        Assert.Equal(1L, await house.One<long>("select count(*) from platform.event_unsealed u join event e on e.id = u.event_id where entity_id = $1", added.Id));
    }

    [Fact]
    public async Task A_change_counts_the_version_up_and_tells_the_field_old_and_new()
    {
        var added = (await house.Do(new AddGadget("kettle"), house.As(Roles.Owner))).Expect();

        (await house.Do(new RenameGadget(Ref(added.Key), "teapot"), house.As(Roles.Owner), new CommandOptions { ExpectedVersion = 1, Why = "It holds tea" })).Expect();

        var now = (await house.Ask(new GetGadget(Ref(added.Id.ToString())), house.As(Roles.Owner))).Expect();
        Assert.Equal(new GetGadget.Result(added.Key, "teapot", 2), now);
        Assert.Equal("teapot", await house.One<string>("select title from entity where id = $1", added.Id));
        var body = await house.One<string>("select body from event_detail d join event e on e.id = d.event_id where entity_id = $1 and action = 'GadgetRenamed'", added.Id);
        Assert.Contains("\"changes\":[{\"field\":\"name\",\"old\":\"kettle\",\"new\":\"teapot\"}],\"why\":\"It holds tea\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_changes_nothing_leaves_no_event()
    {
        var added = (await house.Do(new AddGadget("mirror"), house.As(Roles.Owner))).Expect();
        (await house.Do(new RenameGadget(Ref(added.Key), "mirror"), house.As(Roles.Owner))).Expect();

        Assert.Equal(1L, await house.One<long>("select count(*) from event where entity_id = $1", added.Id));
        Assert.Equal(1L, await house.One<long>("select version from gadget where id = $1", added.Id));
    }

    [Fact]
    public async Task A_row_that_is_part_of_an_entity_is_told_in_the_entitys_event()
    {
        var added = (await house.Do(new AddGadget("radio"), house.As(Roles.Owner))).Expect();
        (await house.Do(new NoteGadget(Ref(added.Key), "It hums."), house.As(Roles.Owner))).Expect();

        Assert.Equal(2L, await house.One<long>("select version from gadget where id = $1", added.Id));
        Assert.Equal("internal", await house.One<string>("select audience from event where entity_id = $1 and action = 'GadgetNoted'", added.Id));
        var body = await house.One<string>("select body from event_detail d join event e on e.id = d.event_id where entity_id = $1 and action = 'GadgetNoted'", added.Id);
        Assert.Contains("gadget_note.text", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_version_is_refused_with_the_one_that_stands()
    {
        var added = (await house.Do(new AddGadget("clock"), house.As(Roles.Owner))).Expect();
        (await house.Do(new RenameGadget(Ref(added.Key), "watch"), house.As(Roles.Owner))).Expect();

        var late = await house.Do(new RenameGadget(Ref(added.Key), "sundial"), house.As(Roles.Owner), new CommandOptions { ExpectedVersion = 1 });

        Assert.Equal(ProblemKind.Stale, late.Problem!.Kind);
        Assert.Equal(2, late.Problem.CurrentVersion);
        Assert.Equal("watch", await house.One<string>("select name from gadget where id = $1", added.Id));
    }

    [Fact]
    public async Task A_taken_name_is_a_conflict_on_its_field_and_leaves_nothing()
    {
        (await house.Do(new AddGadget("unique"), house.As(Roles.Owner))).Expect();

        var second = await house.Do(new AddGadget("unique"), house.As(Roles.Owner));

        Assert.Equal(ProblemKind.Conflict, second.Problem!.Kind);
        Assert.Equal("name", Assert.Single(second.Problem.Fields).Field);
        Assert.Equal(1L, await house.One<long>("select count(*) from entity where title = 'unique'"));
        (await house.Do(new AddGadget("unique"), house.As(Roles.Owner, house.Aster))).Expect();
    }

    [Fact]
    public async Task Whoever_lacks_the_permission_is_refused()
    {
        Assert.Equal(ProblemKind.Forbidden, (await house.Do(new AddGadget("never"), house.As(Roles.User))).Problem!.Kind);
        var nobody = new Scope(house.Larkspur, Actor.Anonymous, Door.Rest, "test");
        Assert.Equal(ProblemKind.Unauthenticated, (await house.Do(new AddGadget("never"), nobody)).Problem!.Kind);
        Assert.Equal(0L, await house.One<long>("select count(*) from gadget where name = 'never'"));
    }

    [Fact]
    public async Task A_module_that_is_off_has_no_commands_and_no_queries()
    {
        var off = house.As(Roles.Owner, house.Larkspur with { ModulesOff = new HashSet<string>(StringComparer.Ordinal) { "gadgets" } });

        Assert.Equal(ProblemKind.NotFound, (await house.Do(new AddGadget("never"), off)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await house.Ask(new GetGadget(Ref("G-1")), off)).Problem!.Kind);
    }

    [Fact]
    public async Task Every_broken_field_is_named()
    {
        var outcome = await house.Do(new AddGadget(new string('x', 41)), house.As(Roles.Owner));
        Assert.Equal("name", Assert.Single(outcome.Problem!.Fields).Field);

        var nul = await house.Do(new AddGadget("a\0b"), house.As(Roles.Owner));
        Assert.Equal(ProblemKind.Invalid, nul.Problem!.Kind);
    }

    [Fact]
    public async Task Another_organizations_rows_do_not_exist()
    {
        var added = (await house.Do(new AddGadget("secret of aster"), house.As(Roles.Owner, house.Aster))).Expect();

        Assert.Equal(ProblemKind.NotFound, (await house.Ask(new GetGadget(Ref(added.Id.ToString())), house.As(Roles.Owner))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await house.Do(new RenameGadget(Ref(added.Id.ToString()), "mine"), house.As(Roles.Owner))).Problem!.Kind);
        Assert.True((await house.Ask(new GetGadget(Ref(added.Id.ToString())), house.As(Roles.Owner, house.Aster))).Succeeded);
    }

    [Fact]
    public async Task A_user_sees_his_own_rows_and_no_others()
    {
        var me = Guid.CreateVersion7();
        var mine = (await house.Do(new AddGadget("mine", me), house.As(Roles.Owner))).Expect();
        var theirs = (await house.Do(new AddGadget("theirs", Guid.CreateVersion7()), house.As(Roles.Owner))).Expect();

        Assert.True((await house.Ask(new GetGadget(Ref(mine.Key)), house.As(Roles.User, user: me))).Succeeded);
        Assert.Equal(ProblemKind.NotFound, (await house.Ask(new GetGadget(Ref(theirs.Key)), house.As(Roles.User, user: me))).Problem!.Kind);
    }

    [Fact]
    public async Task The_same_idempotency_key_runs_once_and_answers_the_same()
    {
        var scope = house.As(Roles.Owner);
        var options = new CommandOptions { IdempotencyKey = "k-1" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.Do(new AddGadget("once"), scope, options)));

        Assert.Single(answers.Select(answer => answer.Expect()).Distinct());
        Assert.Equal(1L, await house.One<long>("select count(*) from gadget where name = 'once'"));
        var other = await house.Do(new AddGadget("another"), scope, options);
        Assert.Equal("idempotency.key_reused", other.Problem!.Code);
        (await house.Do(new AddGadget("another"), house.As(Roles.Owner), options)).Expect();
    }

    [Fact]
    public async Task A_refused_command_does_not_use_up_its_idempotency_key()
    {
        var scope = house.As(Roles.Owner);
        var options = new CommandOptions { IdempotencyKey = "k-2" };

        Assert.Equal("gadgets.name.refused", (await house.Do(new AddGadget("refused"), scope, options)).Problem!.Code);

        Assert.Equal(0L, await house.One<long>("select count(*) from idempotency where key = 'k-2'"));
        (await house.Do(new AddGadget("allowed"), scope, options)).Expect();
    }

    [Fact]
    public async Task Two_commands_that_lock_each_other_out_both_succeed()
    {
        var one = (await house.Do(new AddGadget("left"), house.As(Roles.Owner))).Expect();
        var other = (await house.Do(new AddGadget("right"), house.As(Roles.Owner))).Expect();

        var both = await Task.WhenAll(
            house.Do(new SwapGadgets(Ref(one.Key), other.Id, "a"), house.As(Roles.Owner)),
            house.Do(new SwapGadgets(Ref(other.Key), one.Id, "b"), house.As(Roles.Owner)));

        Assert.All(both, outcome => outcome.Expect());
        Assert.True(house.Services.GetRequiredService<Meeting>().Came > 2, "Nobody was chosen to try again: there was no deadlock.");
        Assert.Equal(1L, await house.One<long>("select count(distinct code) from gadget where name in ('left', 'right')"));
    }

    [Fact]
    public async Task More_creators_than_connections_do_not_wait_for_each_other()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => house.Do(new AddGadget($"crowd {i}"), house.As(Roles.Owner))));

        Assert.Equal(64, outcomes.Select(outcome => outcome.Expect().Key).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_job_is_enqueued_with_its_command_or_not_at_all()
    {
        var shiny = (await house.Do(new AddGadget("shiny"), house.As(Roles.Owner))).Expect();
        Assert.Equal("conflict", (await house.Do(new AddGadget("shiny"), house.As(Roles.Owner))).Problem!.Kind.ToString().ToLowerInvariant());

        Assert.Equal(1L, await house.One<long>("select count(*) from platform.job where name = 'gadgets.polish' and state = 'waiting'"));
        Assert.Equal(1L, await house.One<long>("select count(*) from platform.job where subject_id = $1", shiny.Id));
    }
}
