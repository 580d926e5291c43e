using Helios.Kernel.Commands;
using Helios.Kernel.Jobs;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Jobs;

public sealed class JobRunnerTests(GadgetHouse house) : IAsyncLifetime, IClassFixture<GadgetHouse>
{
    readonly MovableTime time = new();
    readonly CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    readonly List<(ServiceProvider Services, CancellationTokenSource End, Task Work)> nodes = [];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await house.Sql("delete from platform.job");

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        foreach (var (services, own, work) in nodes)
        {
            await work;
            await services.DisposeAsync();
            own.Dispose();
        }

        end.Dispose();
    }

    [Fact]
    public async Task A_job_runs_once_with_its_payload_scope_and_progress()
    {
        var node = Start(async (payload, context) => Assert.True(await context.Progress(payload.Pieces, payload.Pieces, "Polished")));
        var job = await Enqueue();

        await Until(job, "done");

        var run = Assert.Single(node.Runs);
        Assert.Equal((1, house.Larkspur.Id, Roles.System), (run.Attempt, run.Scope.OrganizationId, run.Scope.Actor.Role));
        Assert.Equal("3/3 Polished t", await house.One<string>("select concat(done, '/', total, ' ', message, ' ', finished_at is not null) from platform.job where id = $1", job));
    }

    [Fact]
    public async Task Fifty_jobs_and_three_nodes_run_each_job_once()
    {
        for (var i = 0; i < 50; i++)
            await Enqueue();

        var scripts = Enumerable.Range(0, 3).Select(_ => Start((_, _) => Task.CompletedTask)).ToList();
        await Until(async () => await house.One<long>("select count(*) from platform.job where state <> 'done'") == 0);

        var runs = scripts.SelectMany(script => script.Runs).Select(run => run.JobId).ToList();
        Assert.Equal(50, runs.Count);
        Assert.Equal(50, runs.Distinct().Count());
        Assert.Equal(50L, await house.One<long>("select count(*) from platform.job where attempts = 1"));
    }

    [Fact]
    public async Task A_failed_job_waits_longer_each_time_and_is_dead_after_five_attempts_with_its_error()
    {
        var node = Start((_, _) => throw new InvalidOperationException("The cloth is missing."));
        var job = await Enqueue();

        for (var attempt = 1; attempt < JobRunner.Attempts; attempt++)
        {
            await Until(async () => await house.One<long>("select count(*) from platform.job where id = $1 and state = 'waiting' and attempts = $2", job, attempt) > 0);
            var wait = await house.One<double>("select extract(epoch from run_at - $2)::float8 from platform.job where id = $1", job, time.GetUtcNow());
            Assert.InRange(wait, JobRunner.BackOff(attempt).TotalSeconds - 3, JobRunner.BackOff(attempt).TotalSeconds + 1);
            time.Advance(JobRunner.BackOff(attempt));
        }

        await Until(job, "dead");
        Assert.Equal([1, 2, 3, 4, 5], node.Runs.Select(run => run.Attempt));
        Assert.Equal("The cloth is missing.", await house.One<string>("select message from platform.job where id = $1", job));
    }

    [Fact]
    public async Task A_node_that_stops_gives_its_job_back_and_the_next_node_resumes_it()
    {
        var started = new TaskCompletionSource();
        Start(async (_, context) =>
        {
            await context.Progress(1, 3);
            started.SetResult();
            await Task.Delay(Timeout.Infinite, context.Stop);
        });
        var job = await Enqueue();
        await started.Task.WaitAsync(Stop);

        await StopNode(0);
        Assert.Equal("waiting 0 1", await house.One<string>("select concat_ws(' ', state, attempts, done) from platform.job where id = $1", job));

        var second = Start((_, _) => Task.CompletedTask);
        await Until(job, "done");
        Assert.Single(second.Runs);
    }

    [Fact]
    public async Task A_job_whose_worker_died_is_taken_over_when_its_lease_ends_and_not_before()
    {
        var job = await Enqueue();
        await house.Sql("update platform.job set state = 'running', worker = 'killed', attempts = 1, done = 2, leased_until = $2 where id = $1", job, time.GetUtcNow().AddSeconds(20));
        var node = Start((_, _) => Task.CompletedTask);
        var later = await Enqueue();
        await Until(later, "done");
        Assert.DoesNotContain(job, node.Runs.Select(run => run.JobId));

        time.Advance(TimeSpan.FromSeconds(21));

        await Until(job, "done");
        Assert.Equal(2, Assert.Single(node.Runs, run => run.JobId == job).Attempt);
    }

    [Fact]
    public async Task A_node_that_comes_back_takes_the_jobs_of_its_dead_process_at_once_and_no_others()
    {
        var (mine, other) = (await Enqueue(), await Enqueue());
        var dead = string.Join('/', [.. WorkerName.Make().Split('/')[..3], "1", "gone"]);
        await house.Sql("update platform.job set state = 'running', worker = $2, attempts = 1, leased_until = $3 where id = $1", mine, dead, time.GetUtcNow().AddSeconds(30));
        await house.Sql("update platform.job set state = 'running', worker = $2, attempts = 1, leased_until = $3 where id = $1", other, WorkerName.Make(), time.GetUtcNow().AddSeconds(30));

        var node = Start((_, _) => Task.CompletedTask);

        await Until(mine, "done");
        Assert.Equal(2, Assert.Single(node.Runs).Attempt);
        Assert.Equal("running", await house.One<string>("select state from platform.job where id = $1", other));
    }

    [Fact]
    public async Task A_job_whose_module_is_switched_off_waits_for_an_admin()
    {
        var off = new OrganizationScope(house.Larkspur.Id, "larkspur", "Larkspur") { ModulesOff = new HashSet<string>(StringComparer.Ordinal) { "gadgets" } };
        var job = await Enqueue();
        var node = Start((_, _) => Task.CompletedTask, new GadgetJobScopes([off]));

        await Until(job, "canceled");

        Assert.Empty(node.Runs);
        Assert.Contains("is switched off here", await house.One<string>("select message from platform.job where id = $1", job), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ended_jobs_are_forgotten_after_their_time()
    {
        foreach (var (state, days) in new[] { ("done", 13), ("done", 15), ("canceled", 15), ("dead", 15), ("dead", 91) })
            await house.Sql("insert into platform.job (id, organization_id, name, payload, state, run_at, created_at, finished_at, message) values (gen_random_uuid(), $1, 'gadgets.polish', '{}', $2, now(), now(), now() - make_interval(days => $3), $2 || $3)", house.Larkspur.Id, state, days);

        await using var node = house.NewNode();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var work = node.GetRequiredService<RecurringRunner>().Run(over.Token);
        await Eventually.Holds(async () => await house.One<long>("select count(*) from platform.job") == 2);
        await over.CancelAsync();
        await work;

        Assert.Equal("dead15 done13", await house.One<string>("select string_agg(message, ' ' order by message) from platform.job"));
    }

    [Fact]
    public async Task A_job_that_kills_its_server_every_time_is_dead_at_last()
    {
        var job = await Enqueue();
        await house.Sql("update platform.job set state = 'running', worker = 'killed', attempts = 5, leased_until = now() - interval '1 second' where id = $1", job);
        var node = Start((_, _) => Task.CompletedTask);

        await Until(job, "dead");

        Assert.Empty(node.Runs);
        Assert.Contains("It stopped without an end 5 times", await house.One<string>("select message from platform.job where id = $1", job), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_is_stopped_and_writes_nothing()
    {
        var started = new TaskCompletionSource();
        using var go = new SemaphoreSlim(0);
        var ended = new TaskCompletionSource<Exception?>();
        Start(async (_, context) =>
        {
            started.TrySetResult();
            await go.WaitAsync(Stop);
            ended.TrySetResult(await Record.ExceptionAsync(() => context.Progress(3, 3)));
            context.Stop.ThrowIfCancellationRequested();
        });
        var job = await Enqueue();
        await started.Task.WaitAsync(Stop);

        await house.Sql("update platform.job set worker = 'another', attempts = 2, leased_until = now() + interval '1 hour' where id = $1", job);
        go.Release();

        Assert.IsAssignableFrom<OperationCanceledException>(await ended.Task.WaitAsync(Stop));
        await StopNode(0);
        Assert.Equal("running another 2 0", await house.One<string>("select concat_ws(' ', state, worker, attempts, done) from platform.job where id = $1", job));
    }

    [Fact]
    public async Task A_job_that_is_asked_to_cancel_stops_at_its_next_good_place()
    {
        var started = new TaskCompletionSource();
        using var go = new SemaphoreSlim(0);
        Start(async (_, context) =>
        {
            started.TrySetResult();
            await go.WaitAsync(Stop);
            for (var piece = 1; piece <= 3; piece++)
                if (!await context.Progress(piece, 3))
                    return;
        });
        var job = await Enqueue();
        await started.Task.WaitAsync(Stop);
        await house.Sql("update platform.job set cancel_requested = true where id = $1", job);
        go.Release();

        await Until(job, "canceled");
        Assert.Equal(1, await house.One<int>("select done from platform.job where id = $1", job));
    }

    [Fact]
    public async Task A_job_that_is_canceled_while_it_waits_never_starts()
    {
        var job = await Enqueue();
        await house.Sql("update platform.job set cancel_requested = true where id = $1", job);
        var node = Start((_, _) => Task.CompletedTask);

        await Until(job, "canceled");
        Assert.Empty(node.Runs);
    }

    [Fact]
    public async Task A_job_without_anybody_to_run_it_for_is_dead_and_an_unknown_one_waits()
    {
        var lost = await Enqueue(organization: null);
        var unknown = await Enqueue();
        await house.Sql("update platform.job set name = 'of.another_module' where id = $1", unknown);
        var node = Start((_, _) => Task.CompletedTask);

        await Until(lost, "dead");
        Assert.Empty(node.Runs);
        Assert.Equal("waiting", await house.One<string>("select state from platform.job where id = $1", unknown));
    }

    [Fact]
    public async Task A_crash_between_pieces_changes_each_row_once_because_the_handler_uses_keys()
    {
        var crashes = 0;
        Start(async (payload, context) =>
        {
            for (var piece = 1; piece <= payload.Pieces; piece++)
            {
                var command = new AddGadget($"piece {piece}");
                (await house.Commands.Run(command, context.Scope, new CommandOptions { IdempotencyKey = $"{context.JobId}/{piece}" }, context.Stop)).Expect();
                if (piece == 2 && crashes++ == 0)
                    throw new IOException("The machine went down.");
            }
        });
        var job = await Enqueue();
        await Until(async () => await house.One<long>("select count(*) from platform.job where id = $1 and state = 'waiting' and attempts = 1", job) > 0);
        time.Advance(JobRunner.BackOff(1));

        await Until(job, "done");
        Assert.Equal(3L, await house.One<long>("select count(*) from gadget where name like 'piece %'"));
    }

    PolishScript Start(Func<PolishGadgets, JobContext, Task> does, IJobScopes? scopes = null)
    {
        var services = house.NewNode(collection =>
        {
            collection.AddSingleton<TimeProvider>(time);
            if (scopes is not null)
                collection.AddSingleton(scopes);
        });
        var script = services.GetRequiredService<PolishScript>();
        script.Does = does;
        var own = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
        nodes.Add((services, own, services.GetRequiredService<JobRunner>().Run(own.Token)));
        return script;
    }

    async Task StopNode(int index)
    {
        await nodes[index].End.CancelAsync();
        await nodes[index].Work.WaitAsync(Stop);
    }

    /// <summary>As a commit does; else each look would wait for the sweep.</summary>
    void Wake()
    {
        foreach (var node in nodes)
            node.Services.GetRequiredService<CommitSignal>().Raise(hasEvents: false, hasJobs: true);
    }

    async Task<Guid> Enqueue() => await Enqueue(house.Larkspur.Id);

    async Task<Guid> Enqueue(Guid? organization)
    {
        var id = Guid.CreateVersion7();
        await house.Sql(
            """insert into platform.job (id, organization_id, name, payload, state, run_at, created_at) values ($1, $2, 'gadgets.polish', '{"pieces":3}', 'waiting', $3, now())""",
            id, (object?)organization ?? DBNull.Value, time.GetUtcNow());
        return id;
    }

    Task Until(Guid job, string state) =>
        Until(async () => string.Equals(state, await house.One<string>("select state from platform.job where id = $1", job), StringComparison.Ordinal));

    Task Until(Func<Task<bool>> holds) => Eventually.Holds(() =>
    {
        Wake();
        return holds();
    });
}
