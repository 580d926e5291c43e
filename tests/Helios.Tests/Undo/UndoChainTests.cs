using Helios.Core.Directory.People;
using Helios.Core.Directory.People.Commands;
using Helios.Core.Undo.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Tests.PeopleAndPlaces;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Undo;

/// <summary>The audit chain over events of both forms, in an organization of which no other test writes.</summary>
public sealed class UndoChainTests(DirectoryHouse house) : IClassFixture<DirectoryHouse>
{
    [Fact]
    public async Task The_chain_holds_over_events_with_and_without_a_run()
    {
        var user = await house.Person("Xenia Novak");
        var report = new CommandReport();
        (await house.Do(new UpdateUser { User = new EntityRef<User>(user.Key), Phone = "79" }, null, new CommandOptions { Report = report })).Expect();
        var run = report.Run!.Value;
        // As a version wrote it that knew of no runs.
        await house.Sql("update event set run_id = null, command = null, undoes = null where entity_id = $1 and action = 'UserCreated'", user.Id);
        (await house.Do(new UndoRun(run.ToString()))).Expect();
        await house.Services.GetRequiredService<Sealer>().SealAll(TestContext.Current.CancellationToken);

        var verifier = house.Services.GetRequiredService<ChainVerifier>();
        Assert.True((await verifier.Verify("larkspur", TestContext.Current.CancellationToken)).IsWhole);
        await house.Sql("update event set undoes = null where undoes = $1", run);
        Assert.Equal(user.Key, (await verifier.Verify("larkspur", TestContext.Current.CancellationToken)).Broken!.Key);
    }
}
