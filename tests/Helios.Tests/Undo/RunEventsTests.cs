using Helios.Core.Directory.People;
using Helios.Core.Directory.People.Commands;
using Helios.Core.Undo.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;
using Helios.Tests.Fixtures;
using Helios.Tests.PeopleAndPlaces;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Undo;

/// <summary>A series that takes many runs back reads their events together.</summary>
public sealed class RunEventsTests(DirectoryHouse house) : IClassFixture<DirectoryHouse>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_that_lie_close_are_read_by_one_statement_and_others_each_by_itself()
    {
        var close = await Runs("Ada Lund", "Bo Lund", "Cleo Lund");
        var apart = await Runs("Dag Lund", "Edna Lund", "Finn Lund");

        var together = await TakenBack(close, ahead: close);
        var each = await TakenBack(apart, ahead: [.. apart, Guid.CreateVersion7(TimeProvider.System.GetUtcNow().AddHours(-1))]);

        Assert.Equal(together + 2, each);
        Assert.Equal(0L, await house.One<long>("select count(*) from \"user\" where name like '% Lund' and title is not null"));
        Assert.Equal(6L, await house.One<long>("select count(*) from event where undoes = any ($1)", (Guid[])[.. close, .. apart]));
    }

    [Fact]
    public async Task What_is_no_run_is_not_found_there_either()
    {
        var known = await Runs("Gro Lund");
        var unknown = Guid.CreateVersion7();
        Guid[] all = [.. known, unknown, Guid.Parse("0b9a1c1e-7d0f-4c6e-9a51-3f8f2d0c7e11")];

        List<string?> refusals = [];
        await Series(async series =>
        {
            refusals.Clear();
            await series.Keep(() => RunEvents.Ahead(series.Db, all, Stop));
            foreach (var run in all)
                refusals.Add((await TakeBack(series, run))?.Code);
        });

        Assert.Equal([null, "reference.not_found", "reference.not_found"], refusals);
        Assert.Null(await house.One<string>("select title from \"user\" where name = 'Gro Lund'"));
    }

    async Task<Guid[]> Runs(params string[] names)
    {
        List<Guid> runs = [];
        foreach (var name in names)
        {
            var person = await house.Person(name);
            runs.Add(await Ran.By(options => house.Do(new UpdateUser { User = new EntityRef<User>(person.Id.ToString()), Title = "Buyer" }, null, options)));
        }

        return [.. runs];
    }

    /// <summary>How many messages it takes.</summary>
    async Task<int> TakenBack(Guid[] runs, Guid[] ahead)
    {
        using var messages = new StatementCount();
        return await messages.Of(() => Series(async series =>
        {
            await series.Keep(() => RunEvents.Ahead(series.Db, ahead, Stop));
            foreach (var run in runs)
                Assert.Null(await TakeBack(series, run));
        }));
    }

    Task<Problem?> TakeBack(CommandSeries series, Guid run) => series.Run(
        house.Registry.Command(typeof(UndoRun)), new UndoRun(run.ToString()), CommandOptions.None, static (_, _) => { }, Stop);

    async Task Series(Func<CommandSeries, Task> work)
    {
        using var lanes = new CommandLanes(house.Services.GetRequiredService<CommandPipeline>(), house.Staff);
        await lanes.Do(work, Stop);
    }
}
