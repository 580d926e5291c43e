using Helios.Kernel.Jobs;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Jobs;

public sealed class SchedulerTests(GadgetHouse house) : IAsyncLifetime, IClassFixture<GadgetHouse>
{
    static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    readonly MovableTime time = new(Noon);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await house.Sql("delete from platform.job; delete from platform.schedule; delete from platform.module_switch");
        await house.Sql("update platform.organization set zone = case slug when 'larkspur' then 'Europe/Berlin' else 'America/New_York' end");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Each_organization_gets_the_declared_schedule_on_its_own_clock()
    {
        await using var node = Node();

        Assert.Equal(0, await Look(node));

        Assert.Equal("aster 07:10, larkspur 01:10", await house.One<string>(
            "select string_agg(o.slug || ' ' || to_char(s.next_at at time zone 'utc', 'HH24:MI'), ', ' order by o.slug) from platform.schedule s join platform.organization o on o.id = s.organization_id where s.name = $1", TallyGadgets.Name));
    }

    [Fact]
    public async Task A_due_time_makes_one_job_however_many_nodes_look()
    {
        await using var one = Node();
        await using var two = Node();
        await Look(one);
        time.Advance(TimeSpan.FromDays(1));

        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(turn => Look(turn % 2 == 0 ? one : two)));

        Assert.Equal(2, made.Sum());
        Assert.Equal(2L, await house.One<long>("select count(*) from platform.job where name = $1 and state = 'waiting' and due_at = (payload::jsonb ->> 'dueAt')::timestamptz", TallyGadgets.Name));
    }

    [Fact]
    public async Task Days_without_a_server_are_made_up_for_once()
    {
        await using var node = Node();
        await Look(node);
        time.Advance(TimeSpan.FromDays(10));

        Assert.Equal(2, await Look(node));
        Assert.Equal(0, await Look(node));

        Assert.Equal(new DateTimeOffset(2026, 6, 12, 1, 10, 0, TimeSpan.Zero), await NextOf("larkspur"));
    }

    [Fact]
    public async Task Own_times_and_zone_win_and_what_is_off_makes_nothing()
    {
        await using var node = Node();
        await Look(node);
        await house.Sql("update platform.schedule set times = 'daily 09:00', zone = 'Asia/Tokyo', next_at = null where organization_id = $1", house.Larkspur.Id);
        await house.Sql("update platform.schedule set is_on = false where organization_id = $1", house.Aster.Id);

        await Look(node);
        Assert.Equal(new DateTimeOffset(2026, 6, 2, 0, 0, 0, TimeSpan.Zero), await NextOf("larkspur"));
        time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await Look(node));
        Assert.Equal(house.Larkspur.Id, await house.One<Guid>("select organization_id from platform.job"));
    }

    [Fact]
    public async Task While_its_module_is_off_a_schedule_rests_and_afterwards_runs_once()
    {
        await using var node = Node();
        await Look(node);
        await house.Sql("insert into platform.module_switch (organization_id, module, is_on, changed_at) select id, 'gadgets', false, now() from platform.organization");
        time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await Look(node));

        await house.Sql("delete from platform.module_switch");

        Assert.Equal(2, await Look(node));
    }

    [Fact]
    public async Task The_job_of_a_schedule_runs_for_Helios_itself_and_knows_its_due_time()
    {
        await using var node = Node();
        await Look(node);
        time.Advance(TimeSpan.FromDays(1));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var (scheduler, runner) = (node.GetRequiredService<Scheduler>().Run(end.Token), node.GetRequiredService<JobRunner>().Run(end.Token));

        await Eventually.Holds(async () => await house.One<long>("select count(*) from platform.job where state = 'done'") == 2);
        await end.CancelAsync();
        await Task.WhenAll(scheduler, runner);

        Assert.Equal("Due 2026-06-02T01:10Z.", await house.One<string>("select message from platform.job where organization_id = $1", house.Larkspur.Id));
    }

    ServiceProvider Node() => house.NewNode(collection => collection.AddSingleton<TimeProvider>(time));

    static Task<int> Look(ServiceProvider node) => node.GetRequiredService<Scheduler>().Look(Stop);

    Task<DateTimeOffset> NextOf(string slug) => Moment(
        "select s.next_at from platform.schedule s join platform.organization o on o.id = s.organization_id where o.slug = $1", slug);

    async Task<DateTimeOffset> Moment(string sql, string slug) => new(await house.One<DateTime>(sql, slug), TimeSpan.Zero);
}
