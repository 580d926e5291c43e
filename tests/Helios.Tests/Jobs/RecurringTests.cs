using Helios.Kernel.Commands;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Helios.Tests.Jobs;

public sealed class RecurringTests(GadgetHouse house) : IClassFixture<GadgetHouse>
{
    [Fact]
    public async Task At_its_start_a_node_makes_missing_months_and_forgets_old_keys()
    {
        var month = await house.One<string>("select to_char(now() at time zone 'utc' + interval '3 months', 'YYYY_MM')");
        await house.Sql($"drop table event_{month}; drop table event_detail_{month}");
        foreach (var (key, organization) in new[] { ("old", house.Larkspur), ("old", house.Aster), ("new", house.Aster) })
            (await house.Do(new AddGadget(key), house.As(Roles.Owner, organization), new CommandOptions { IdempotencyKey = key })).Expect();
        await house.Sql("update idempotency set created_at = now() - interval '8 days' where key = 'old'");

        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var work = house.Services.GetRequiredService<RecurringRunner>().Run(end.Token);
        await Eventually.Holds(async () => await house.One<string>("select to_regclass($1)::text", $"public.event_{month}") is not null
            && await house.One<long>("select count(*) from idempotency") == 1);
        await end.CancelAsync();
        await work;

        Assert.Equal("new", await house.One<string>("select key from idempotency"));
        Assert.NotNull(await house.One<string>("select to_regclass($1)::text", $"public.event_detail_{month}"));
    }

    [Fact]
    public async Task The_first_times_follow_each_other_and_one_that_hangs_holds_nobody_up_for_long()
    {
        var time = new MovableTime();
        var told = new Told();
        await using var services = house.NewNode(collection => collection.AddSingleton<TimeProvider>(time).AddSingleton(told));
        var registry = Registry.Build([new GadgetModule(), new OneModule(feature => feature.Every<Hangs>("one.hangs", TimeSpan.FromHours(1)).Every<Comes>("one.comes", TimeSpan.FromHours(1)))]);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var work = ActivatorUtilities.CreateInstance<RecurringRunner>(services, registry, NullLogger<RecurringRunner>.Instance).Run(end.Token);

        await told.Hanging.Task.WaitAsync(end.Token);
        Assert.Equal(0, told.Came);
        while (told.Came == 0)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, end.Token);
        }

        // It comes back at its pace, whatever the other one does.
        while (told.Came < 2)
        {
            time.Advance(TimeSpan.FromMinutes(10));
            await Task.Delay(1, end.Token);
        }

        Assert.Equal(1, told.Hung);
        await end.CancelAsync();
        await work;
    }

    sealed class Told
    {
        public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Hung;

        public int Came;
    }

    sealed class Hangs(Told told) : IRecurring
    {
        public Task Run(CancellationToken stop)
        {
            Interlocked.Increment(ref told.Hung);
            told.Hanging.TrySetResult();
            return Task.Delay(Timeout.Infinite, stop);
        }
    }

    sealed class Comes(Told told) : IRecurring
    {
        public Task Run(CancellationToken stop)
        {
            Interlocked.Increment(ref told.Came);
            return Task.CompletedTask;
        }
    }
}
