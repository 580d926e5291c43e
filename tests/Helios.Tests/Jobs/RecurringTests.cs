using Helios.Kernel.Commands;
using Helios.Kernel.Jobs;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
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
        while (await house.One<string>("select to_regclass($1)::text", $"public.event_{month}") is null
               || await house.One<long>("select count(*) from idempotency") > 1)
            await Task.Yield();
        await end.CancelAsync();
        await work;

        Assert.Equal("new", await house.One<string>("select key from idempotency"));
        Assert.NotNull(await house.One<string>("select to_regclass($1)::text", $"public.event_detail_{month}"));
    }
}
