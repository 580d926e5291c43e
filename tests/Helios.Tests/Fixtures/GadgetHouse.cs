using Helios.Kernel;
using Helios.Kernel.Commands;
using Helios.Kernel.Files;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Helios.Tests.Fixtures;

/// <summary>The kernel with the gadget module over a database of its own, and two organizations in it.</summary>
public sealed class GadgetHouse : IAsyncLifetime
{
    readonly TestFolder files = new();
    TestDatabase? database;
    ServiceProvider? services;

    public TestDatabase Database => database!;

    public IServiceProvider Services => services!;

    public OrganizationScope Larkspur { get; } = new(Guid.CreateVersion7(), "larkspur", "Larkspur");

    public OrganizationScope Aster { get; } = new(Guid.CreateVersion7(), "aster", "Aster");

    public Registry Registry { get; } = Registry.Build([new GadgetModule()]);

    public CommandPipeline Commands => Services.GetRequiredService<CommandPipeline>();

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create(GadgetTable.Schema);
        services = NewNode();
        foreach (var organization in new[] { Larkspur, Aster })
            await Sql("insert into platform.organization (id, slug, name, created_at) values ($1, $2, $3, now())", organization.Id, organization.Slug, organization.Name);
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
            await services.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
        files.Dispose();
    }

    /// <summary>The services of one more node over the same database.</summary>
    public ServiceProvider NewNode(Action<IServiceCollection>? also = null)
    {
        var collection = new ServiceCollection();
        AddNode(collection, also);
        return collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>The services of a node that comes to the same database by a data source of its own.</summary>
    public ServiceProvider NewNode(NpgsqlDataSource own, Action<IServiceCollection> also)
    {
        var collection = new ServiceCollection();
        AddNode(collection, also, own);
        return collection.BuildServiceProvider();
    }

    /// <summary>Adds what a node over this database consists of.</summary>
    public void AddNode(IServiceCollection collection, Action<IServiceCollection>? also = null, NpgsqlDataSource? own = null)
    {
        collection.AddLogging();
        collection.AddSingleton<Meeting>();
        collection.AddSingleton<PolishScript>();
        collection.AddSingleton<IJobScopes>(new GadgetJobScopes([Larkspur, Aster]));
        also?.Invoke(collection);
        collection.AddHeliosKernel(Registry, own ?? Database.Server).AddHeliosFiles(files.Path);
    }

    /// <summary>A scope of somebody with a role.</summary>
    public Scope As(string role, OrganizationScope? organization = null, Guid? user = null)
    {
        var actor = new Actor(ActorKind.Account, "Robin Lane", role, Registry.PermissionsOf(role)) { AccountId = Guid.CreateVersion7(), UserId = user };
        return new Scope(organization ?? Larkspur, actor, Door.Rest, "test");
    }

    public Task<Outcome<T>> Do<T>(ICommand<T> command, Scope scope, CommandOptions? options = null) =>
        Commands.Run(command, scope, options, TestContext.Current.CancellationToken);

    /// <summary>One command of a series: why it is refused, or null.</summary>
    public Task<Problem?> Do(CommandSeries series, object command) =>
        series.Run(Registry.Command(command.GetType()), command, CommandOptions.None, static (_, _) => { }, TestContext.Current.CancellationToken);

    public Task<Outcome<T>> Ask<T>(IQuery<T> query, Scope scope) =>
        Services.GetRequiredService<QueryPipeline>().Ask(query, scope, TestContext.Current.CancellationToken);

    /// <summary>Runs SQL as the owner, whom row-level security does not bind.</summary>
    public async Task Sql(string sql, params object[] values)
    {
        await using var command = Database.Owner.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>One value by SQL as the owner.</summary>
    public async Task<T?> One<T>(string sql, params object[] values)
    {
        await using var command = Database.Owner.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is T found ? found : default;
    }
}
