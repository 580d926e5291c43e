using Helios.Kernel.Commands;
using Helios.Kernel.Effects;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;
using Helios.Kernel.Outbound;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Effects;

/// <summary>Effects on a far side with bad habits: nothing is lost, nothing is done twice, and nothing is called done that may not be.</summary>
public sealed class OperationTests(GadgetHouse house) : IAsyncLifetime, IClassFixture<GadgetHouse>
{
    readonly MovableTime time = new();
    readonly FarSide far = new();
    ServiceProvider? node;
    CancellationTokenSource? end;
    Task work = Task.CompletedTask;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Scope Owner => house.As(Roles.Owner);

    public async ValueTask InitializeAsync()
    {
        await house.Sql("delete from platform.job; delete from operation");
        await far.InitializeAsync();
        Start(OutboundRules.Read("127.0.0.1")!);
    }

    public async ValueTask DisposeAsync()
    {
        await Halt();
        await far.DisposeAsync();
    }

    [Fact]
    public async Task Each_call_has_its_own_result_and_the_second_phase_comes_once()
    {
        var (gadget, begun) = await Ship(carefully: false, far.At("ok"), far.At("refuse"), far.At("ok"));

        var ended = await Ended(begun);

        Assert.Equal((OperationState.Partly, "done, failed, done"), (ended.State, States(ended)));
        Assert.Equal("It answered 422 Unprocessable Entity.", ended.Trouble);
        Assert.Equal("done, failed, done", await house.One<string>("select text from gadget_note where entity_id = $1", gadget));
        Assert.Equal(1L, await house.One<long>("select count(*) from event where entity_id = $1 and action = 'GadgetShipped'", gadget));
        Assert.Equal(2, far.Worked);
    }

    [Fact]
    public async Task A_call_that_hangs_is_repeated_only_where_the_far_side_knows_repeated_calls()
    {
        var (_, repeated) = await Ship(carefully: false, far.At("hang"));
        await far.Rang.WaitAsync(Stop);
        await PatienceEnds();
        await Waits(repeated);
        time.Advance(JobRunner.BackOff(1));
        Assert.Equal("done", States(await Ended(repeated)));
        Assert.Equal((2, 1), (far.Called, far.Worked));

        var (_, careful) = await Ship(carefully: true, far.At("hang"));
        await far.Rang.WaitAsync(Stop);
        await far.Rang.WaitAsync(Stop);
        await PatienceEnds();
        var ended = await Ended(careful);
        Assert.Equal(("unknown", "No answer came within 30 seconds."), (States(ended), ended.Trouble));
        Assert.Equal((3, 2), (far.Called, far.Worked));
    }

    [Fact]
    public async Task A_connection_that_drops_after_the_work_never_makes_it_twice()
    {
        var (_, careful) = await Ship(carefully: true, far.At("drop"));
        Assert.Equal("unknown", States(await Ended(careful)));
        Assert.Equal((1, 1), (far.Called, far.Worked));

        var (_, repeated) = await Ship(carefully: false, far.At("drop"));
        await Waits(repeated);
        time.Advance(JobRunner.BackOff(1));
        Assert.Equal("done", States(await Ended(repeated)));
        Assert.Equal((3, 2), (far.Called, far.Worked));
    }

    [Fact]
    public async Task What_certainly_was_not_done_is_tried_again_and_fails_at_last()
    {
        var (_, begun) = await Ship(carefully: true, "http://127.0.0.1:1/nobody");
        for (var attempt = 1; attempt < RunOperation.Attempts; attempt++)
        {
            await Waits(begun, attempt);
            time.Advance(JobRunner.BackOff(attempt));
        }

        var ended = await Ended(begun);

        Assert.Equal(("failed", 5), (States(ended), ended.Items[0].Attempts));
        Assert.Equal("No connection could be made.", ended.Trouble);
        // The job closes its row only after it has told of its end.
        await Eventually.Holds(async () => await house.One<string>("select state from platform.job where subject_id = $1", begun.Id) == "done");
    }

    [Fact]
    public async Task A_busy_far_side_is_left_alone_as_long_as_it_asks()
    {
        var (_, begun) = await Ship(carefully: true, far.At("busy"));
        await Waits(begun);
        Assert.InRange(await house.One<double>("select extract(epoch from next_at - $2)::float8 from operation_item where operation_id = $1", begun.Id, time.GetUtcNow()), 3, 7.5);

        time.Advance(TimeSpan.FromSeconds(7));

        Assert.Equal("done", States(await Ended(begun)));
    }

    [Fact]
    public async Task A_broken_far_side_is_unclear()
    {
        var (_, begun) = await Ship(carefully: true, far.At("break"));

        Assert.Equal("unknown", States(await Ended(begun)));
        Assert.Equal(1, far.Called);
    }

    [Fact]
    public async Task An_answer_that_comes_twice_counts_once()
    {
        await using var twice = new TwiceAnswering();
        var (_, begun) = await Ship(carefully: true, twice.Address, twice.Address);

        Assert.Equal("done, done", States(await Ended(begun)));
        Assert.Equal(2, twice.Called);
    }

    [Fact]
    public async Task What_is_not_called_yet_can_be_canceled_and_what_is_on_its_way_comes_to_its_end()
    {
        var (_, begun) = await Ship(carefully: true, far.At("hang"), far.At("ok"), far.At("ok"));
        await far.Rang.WaitAsync(Stop);

        var stopped = await house.Do(new StopShipment(new RowRef<Operation>(begun.Id)), Owner);
        Assert.True(stopped.Succeeded, stopped.Problem?.Text);
        time.Advance(TimeSpan.FromSeconds(31));
        var ended = await Ended(begun);

        Assert.Equal(("unknown, canceled, canceled", 1), (States(ended), far.Called));
    }

    [Fact]
    public async Task A_crash_during_the_call_is_unclear_and_one_before_it_is_not()
    {
        await Halt();
        var (_, repeated) = await Ship(carefully: false, far.At("ok"), far.At("ok"));
        var (_, careful) = await Ship(carefully: true, far.At("ok"), far.At("ok"));
        await house.Sql("update operation_item set state = 'calling', attempts = 1 where number = 1 and operation_id = any($1)", new[] { repeated.Id, careful.Id });
        Start(OutboundRules.Read("127.0.0.1")!);

        Assert.Equal("unknown, done", States(await Ended(careful)));
        await Waits(repeated);
        time.Advance(JobRunner.BackOff(1));
        Assert.Equal("done, done", States(await Ended(repeated)));
        Assert.Equal(3, far.Called);
    }

    [Fact]
    public async Task Private_networks_are_called_by_nobody_whether_named_or_redirected_to()
    {
        var (_, away) = await Ship(carefully: true, far.At("away"));
        Assert.Equal("failed", States(await Ended(away)));
        Assert.Contains("10.0.0.1 leads into a private network", (await Ended(away)).Trouble, StringComparison.Ordinal);
        await Halt();
        Start(OutboundRules.PublicOnly);

        var (_, begun) = await Ship(carefully: true, far.At("ok"), $"http://localhost:{far.Address.Port}/ok");
        var ended = await Ended(begun);

        Assert.Equal("failed, failed", States(ended));
        Assert.Equal(1, far.Called);
    }

    [Fact]
    public async Task A_caller_waits_ten_seconds_and_then_gets_what_there_is()
    {
        var (_, begun) = await Ship(carefully: true, far.At("hang"));
        var operations = node!.GetRequiredService<Operations>();
        var wait = operations.Await(Owner, begun, Stop);
        await far.Rang.WaitAsync(Stop);
        Assert.False(wait.IsCompleted);

        time.Advance(Operations.Patience);

        Assert.False((await wait).IsOver);
    }

    void Start(OutboundRules rules)
    {
        node = house.NewNode(collection =>
        {
            collection.AddSingleton<TimeProvider>(time);
            collection.AddSingleton(rules);
        });
        end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        work = node.GetRequiredService<JobRunner>().Run(end.Token);
    }

    async Task Halt()
    {
        if (node is null)
            return;
        await end!.CancelAsync();
        // A call on its way comes to its end, which is that of its time.
        time.Advance(TimeSpan.FromSeconds(31));
        await work;
        await node.DisposeAsync();
        end.Dispose();
        node = null;
    }

    /// <summary>More than the 30 seconds that a call may take, in strides of which each lets the job renew its lease, as it does while time passes.</summary>
    async Task PatienceEnds()
    {
        for (var stride = 0; stride < 3; stride++)
        {
            time.Advance(TimeSpan.FromSeconds(11));
            while (await house.One<long>("select count(*) from platform.job where state = 'running' and leased_until < $1", time.GetUtcNow() + TimeSpan.FromSeconds(20)) > 0)
                await Task.Delay(5, Stop);
        }
    }

    async Task<(Guid Gadget, OperationView Begun)> Ship(bool carefully, params string[] addresses)
    {
        var gadget = (await house.Do(new AddGadget($"gadget {Guid.CreateVersion7():N}"), Owner)).Expect();
        var begun = (await house.Do(new ShipGadget(new EntityRef<Gadget>(gadget.Key), addresses, carefully), Owner)).Expect();
        return (await house.One<Guid>("select id from gadget where key = $1", gadget.Key), begun);
    }

    async Task<OperationView> Ended(OperationView begun)
    {
        while (true)
        {
            Stop.ThrowIfCancellationRequested();
            node!.GetRequiredService<CommitSignal>().Raise(hasEvents: false, hasJobs: true);
            if (await node!.GetRequiredService<Operations>().Find(Owner, begun.Id, Stop) is { IsOver: true } over)
                return over;
        }
    }

    /// <summary>Until the first call has failed so often and the job rests.</summary>
    async Task Waits(OperationView begun, int attempts = 1)
    {
        while (await house.One<long>(
            """
            select count(*) from operation_item i join platform.job j on j.subject_id = i.operation_id
            where i.operation_id = $1 and i.number = 1 and i.state = 'waiting' and i.attempts = $2 and j.state = 'waiting'
            """, begun.Id, attempts) == 0)
            node!.GetRequiredService<CommitSignal>().Raise(hasEvents: false, hasJobs: true);
    }

    static string States(OperationView operation) => string.Join(", ", operation.Items.Select(item => item.State));
}
