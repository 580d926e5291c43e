using Helios.Core;
using Helios.Core.Bulk.Commands;
using Helios.Core.Directory.People.Commands;
using Helios.Kernel;
using Helios.Kernel.Commands;
using Helios.Kernel.Events;
using Helios.Kernel.Installations.Embedded;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Helios.Tests.Bulk;

/// <summary>The real server, killed in the middle of a bulk change and again in the middle of its undo. Some seconds: it starts three times.</summary>
public sealed class BulkCrashTests(CrashSite site) : IClassFixture<CrashSite>
{
    static readonly int People = Volume.Of(everyday: 240, full: 400);

    static readonly OrganizationScope Larkspur = new(Guid.CreateVersion7(), "larkspur", "Larkspur");
    static readonly Scope Work = new(Larkspur, Actor.System, Door.Job, "test");

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_in_the_middle_it_goes_on_and_does_nothing_twice_and_so_does_its_undo()
    {
        await using var first = ServerProcess.Start(site.Data, site.Key);
        await first.Ready();
        string start;
        string undo;
        await using (var node = await Node.Of(site))
        {
            await node.Fill();
            start = (await node.Run(new StartBulk("users.archive", "user", Filter: ""))).Key;
            await node.Until($"select count(*) >= {People / 8} from bulk_row where outcome is not null");
            await first.Kill();
        }

        await using var second = ServerProcess.Start(site.Data, site.Key);
        await second.Ready();
        await using (var node = await Node.Of(site))
        {
            var atKill = await node.One<long>("select count(*) from bulk_row where outcome is null");
            Assert.InRange(atKill, 1, People);
            await node.Resume(start);
            Assert.Equal(People, await node.One<long>("select count(*) from bulk_row where outcome = 'done'"));
            Assert.Equal(People, await node.One<long>("select count(*) from event where action = 'UserArchived'"));
            Assert.Equal(People, await node.One<long>("select count(distinct entity_id) from event where action = 'UserArchived'"));
            var run = await node.One<Guid>("select run_id from event where action = 'BulkStarted'");
            undo = (await node.Run(new Core.Undo.Commands.UndoRun(run.ToString()))).Records[0].Key;
            await node.Until($"select count(*) >= {People / 8} from bulk_row where undoes_run is not null and outcome is not null");
            await second.Kill();
        }

        await using var third = ServerProcess.Start(site.Data, site.Key);
        await third.Ready();
        await using (var node = await Node.Of(site))
        {
            await node.Resume(undo);
            Assert.Equal(0, await node.One<long>("select count(*) from \"user\" where archived_at is not null"));
            Assert.Equal(People, await node.One<long>("select count(*) from event where action = 'Undone' and kind = 'user'"));
            await node.Until("select count(*) = 0 from platform.event_unsealed");
            Assert.True((await node.Services.GetRequiredService<ChainVerifier>().Verify(null, Stop)).IsWhole);
        }

        await third.Stop("TERM");
    }

    /// <summary>A way to the same database that runs commands and no jobs.</summary>
    sealed class Node(ServiceProvider services, NpgsqlDataSource database, NpgsqlDataSource owner) : IAsyncDisposable
    {
        public IServiceProvider Services => services;

        public static Task<Node> Of(CrashSite site)
        {
            var connections = EmbeddedPostgres.Running(site.Data);
            var database = NpgsqlDataSource.Create(connections.Server);
            var collection = new ServiceCollection();
            collection.AddLogging();
            collection.AddSingleton<IJobScopes>(new GadgetJobScopes([Larkspur]));
            collection.AddHeliosKernel(Registry.Build([new CoreModule()]), database);
            return Task.FromResult(new Node(collection.BuildServiceProvider(), database, NpgsqlDataSource.Create(connections.Owner)));
        }

        public async Task Fill()
        {
            await One<object>("insert into platform.organization (id, slug, name, created_at) values ($1, 'larkspur', 'Larkspur', now()) returning 1", Larkspur.Id);
            await Parallel.ForEachAsync(Enumerable.Range(1, People), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop }, async (number, _) =>
                await Run(new CreateUser { Name = $"Colleague {number}" }));
        }

        public async Task<T> Run<T>(ICommand<T> command) => (await services.GetRequiredService<CommandPipeline>().Run(command, Work, null, Stop)).Expect();

        /// <summary>The killed server's lease would hold for half a minute.</summary>
        public async Task Resume(string key)
        {
            await One<object>("update platform.job set leased_until = now() - interval '1 second' where state = 'running' returning 1");
            await Until($"select state = 'done' from bulk_change where key = '{key}'");
        }

        public Task Until(string sql) => Eventually.Holds(async () => await One<bool>(sql));

        public async Task<T?> One<T>(string sql, params object[] values)
        {
            await using var command = owner.CreateCommand(sql);
            foreach (var value in values)
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            return await command.ExecuteScalarAsync(Stop) is T found ? found : default;
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await database.DisposeAsync();
            await owner.DisposeAsync();
            // Numbers of keys come over a pool of the process, whose connections ended with the killed server.
            NpgsqlConnection.ClearAllPools();
        }
    }
}
