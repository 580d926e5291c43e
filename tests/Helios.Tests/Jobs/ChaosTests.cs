using System.Globalization;
using Helios.Kernel.Commands;
using Helios.Kernel.Jobs;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Helios.Tests.Jobs;

/// <summary>
/// Deaths of a node, in a full run a thousand, at random moments of its work: between two statements, before a commit, after it. A dying node
/// loses every connection at once and can open none, so nothing of what it still wants to do reaches the database.
/// </summary>
/// <remarks>It takes longer than a second on purpose: each death closes and opens connections.</remarks>
public sealed class ChaosTests(GadgetHouse house) : IClassFixture<GadgetHouse>
{
    const int Pieces = 3;

    static readonly int Deaths = Volume.Of(everyday: 150, full: 1000);

    readonly MovableTime time = new();
    readonly Random random = new(20261129);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_many_deaths_nothing_is_lost_and_nothing_is_done_twice()
    {
        await using var node = new MortalNode(house, time, Pieces);
        var asked = new List<Guid>();
        var longest = 30.0;
        for (var death = 0; death < Deaths; death++)
        {
            while (await house.One<long>("select count(*) from platform.job where state in ('waiting', 'running')") < 6)
                asked.Add(await Enqueue());
            node.Live();
            // From before the first claim until several jobs are done.
            await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * random.NextDouble() * longest), Stop);
            await node.Die();
            // The busier the machine, the longer a node needs to get to the middle of a job: a good part of the deaths is to meet one.
            var hasMet = await house.One<long>("select count(*) from platform.job where state = 'running' and leased_until > $1", time.GetUtcNow()) > 0;
            longest = Math.Clamp(longest * (hasMet ? 0.93 : 1.03), 10, 300);
            // Every lease and every pause is over, and an admin has the dead tried again.
            time.Advance(TimeSpan.FromSeconds(400));
            await Retry();
        }

        node.Live();
        while (await house.One<long>("select count(*) from platform.job where state in ('waiting', 'running', 'dead')") > 0)
        {
            // One that met its fifth death in the storm is dead until an admin has it tried again.
            await Retry();
            // Time passes only while nobody works: a lease must not end under a node that lives.
            if (await house.One<long>("select count(*) from platform.job where state = 'running' and leased_until > $1 or state = 'waiting' and run_at <= $1", time.GetUtcNow()) == 0)
                time.Advance(TimeSpan.FromSeconds(31));
            node.Wake();
            await Task.Delay(5, Stop);
        }

        await node.Die();

        Assert.Equal(asked.Count, await house.One<long>("select count(*) from platform.job where name = 'gadgets.polish' and state = 'done'"));
        Assert.Equal(asked.Count * Pieces, await house.One<long>("select count(*) from gadget"));
        Assert.Equal(asked.Count * Pieces, await house.One<long>("select count(distinct name) from gadget"));
        Assert.Equal(asked.Count * Pieces, await house.One<long>("select count(*) from event where action = 'GadgetAdded'"));
        Assert.True(await house.One<long>("select count(*) from platform.job where attempts > 1") > asked.Count / 20, "Hardly any job met a death: the moments are not random enough.");
    }

    Task Retry() => house.Sql("update platform.job set state = 'waiting', attempts = 0, finished_at = null, run_at = $1 where state = 'dead'", time.GetUtcNow());

    async Task<Guid> Enqueue()
    {
        var id = Guid.CreateVersion7();
        await house.Sql(
            """insert into platform.job (id, organization_id, name, payload, state, run_at, created_at) values ($1, $2, 'gadgets.polish', '{"pieces":3}', 'waiting', $3, now())""",
            id, house.Larkspur.Id, time.GetUtcNow());
        return id;
    }

    /// <summary>A node with a data source of its own, which can be killed: its sessions end, and it gets no new ones until it lives again.</summary>
    sealed class MortalNode : IAsyncDisposable
    {
        readonly GadgetHouse house;
        readonly ServiceProvider services;
        readonly NpgsqlDataSource database;
        readonly string name = $"mortal-{Guid.CreateVersion7():N}";
        volatile bool isDead;
        CancellationTokenSource? end;
        Task work = Task.CompletedTask;

        public MortalNode(GadgetHouse house, TimeProvider time, int pieces)
        {
            this.house = house;
            var builder = new NpgsqlDataSourceBuilder(house.Database.Server.ConnectionString);
            builder.ConnectionStringBuilder.ApplicationName = name;
            builder.ConnectionStringBuilder.MaxPoolSize = 6;
            builder.UsePhysicalConnectionInitializer(_ => Refuse(), _ => RefuseAsync());
            database = builder.Build();
            services = house.NewNode(database, collection => collection.AddSingleton(time));
            services.GetRequiredService<PolishScript>().Does = (_, context) => Polish(context, pieces);
        }

        /// <summary>Begins to work, as a new process: it remembers nothing.</summary>
        public void Live()
        {
            isDead = false;
            end = new CancellationTokenSource();
            work = ActivatorUtilities.CreateInstance<JobRunner>(services).Run(end.Token);
        }

        /// <summary>Ends as kill -9 does, as far as the database can tell.</summary>
        public async Task Die()
        {
            isDead = true;
            // A role may end its own sessions.
            await using (var kill = house.Database.Server.CreateCommand("select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1"))
            {
                kill.Parameters.Add(new NpgsqlParameter { Value = name });
                await kill.ExecuteNonQueryAsync(Stop);
            }

            await end!.CancelAsync();
            await work;
            end.Dispose();
            database.Clear();
        }

        public void Wake() => services.GetRequiredService<CommitSignal>().Raise(hasEvents: false, hasJobs: true);

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await database.DisposeAsync();
        }

        async Task Polish(JobContext context, int pieces)
        {
            var commands = services.GetRequiredService<CommandPipeline>();
            for (var piece = 1; piece <= pieces; piece++)
            {
                var command = new AddGadget(string.Create(CultureInfo.InvariantCulture, $"{context.JobId:N} {piece}"));
                (await commands.Run(command, context.Scope, new CommandOptions { IdempotencyKey = $"{context.JobId:N}/{piece}" }, context.Stop)).Expect();
                await context.Progress(piece, pieces);
            }
        }

        void Refuse()
        {
            if (isDead)
                throw new NpgsqlException("The machine is gone.");
        }

        Task RefuseAsync()
        {
            Refuse();
            return Task.CompletedTask;
        }
    }
}
