using Helios.Kernel.Events;
using Helios.Kernel.Live;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Live;

public sealed class LiveHubTests(GadgetHouse house) : IClassFixture<GadgetHouse>
{
    [Fact]
    public async Task Followers_wake_at_their_organizations_seals_only_and_again_after_a_lost_connection()
    {
        await using var node = house.NewNode();
        var hub = node.GetRequiredService<LiveHub>();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var larkspur = hub.Follow(house.Larkspur.Id);
        using var aster = hub.Follow(house.Aster.Id);
        var work = hub.Run(end.Token);
        Assert.Equal(long.MaxValue, await larkspur.Next(end.Token));
        Assert.Equal(long.MaxValue, await aster.Next(end.Token));

        var changes = node.GetRequiredService<OrganizationChanges>();
        var count = changes.Count(house.Larkspur.Id);
        (await house.Do(new AddGadget("wakes"), house.As(Roles.Owner))).Expect();
        await house.Services.GetRequiredService<Sealer>().SealAll(end.Token);
        var seq = await house.One<long>("select seq from seal_head where organization_id = $1", house.Larkspur.Id);
        Assert.Equal(seq, await larkspur.Next(end.Token));
        Assert.Equal((seq, 0), (changes.Reached(house.Larkspur.Id), changes.Reached(house.Aster.Id)));
        Assert.True(changes.Count(house.Larkspur.Id) > count);

        await using (var cut = house.Database.Server.CreateCommand("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'helios-live' and datname = current_database()"))
            await cut.ExecuteNonQueryAsync(end.Token);
        Assert.Equal(long.MaxValue, await larkspur.Next(end.Token));
        Assert.Equal(long.MaxValue, await aster.Next(end.Token));

        larkspur.Dispose();
        Assert.Equal(1, hub.Count);
        await end.CancelAsync();
        await work;
    }
}
