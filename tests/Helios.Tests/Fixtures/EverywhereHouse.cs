using Helios.Kernel;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Files;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Kernel.Search;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Helios.Tests.Fixtures;

/// <summary>Search, links, tags, comments and timelines over gadgets, on a database of its own with two organizations.</summary>
public sealed class EverywhereHouse : IAsyncLifetime
{
    TestDatabase? database;
    readonly TestFolder files = new();
    ServiceProvider? services;

    public TestDatabase Database => database!;

    public OrganizationScope Larkspur { get; } = new(Guid.CreateVersion7(), "larkspur", "Larkspur");

    public OrganizationScope Aster { get; } = new(Guid.CreateVersion7(), "aster", "Aster");

    public Registry Registry { get; } = Registry.Build([new EverywhereModule(), new GadgetModule()]);

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create(TestSchema.Core, GadgetTable.Schema);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<Meeting>();
        collection.AddSingleton<PolishScript>();
        collection.AddHeliosKernel(Registry, database.Server).AddHeliosFiles(files.Path);
        services = collection.BuildServiceProvider();
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

    /// <summary>A scope of somebody with a role.</summary>
    public Scope As(string role, Guid? user = null, OrganizationScope? organization = null)
    {
        var actor = new Actor(ActorKind.Account, "Robin Lane", role, Registry.PermissionsOf(role)) { AccountId = Guid.CreateVersion7(), UserId = user };
        return new Scope(organization ?? Larkspur, actor, Door.Rest, "test");
    }

    /// <summary>A gadget of this name, made by staff.</summary>
    public async Task<EntityRef<Entity>> Gadget(string name, Guid? owner = null, OrganizationScope? organization = null)
    {
        var made = (await Do(new AddGadget(name, owner), As(Roles.ItStaff, organization: organization))).Expect();
        return new EntityRef<Entity>(made.Id.ToString());
    }

    public Task<Outcome<T>> Do<T>(ICommand<T> command, Scope scope, CommandOptions? options = null) =>
        services!.GetRequiredService<CommandPipeline>().Run(command, scope, options, TestContext.Current.CancellationToken);

    public Task<Outcome<T>> Ask<T>(IQuery<T> query, Scope scope) =>
        services!.GetRequiredService<QueryPipeline>().Ask(query, scope, TestContext.Current.CancellationToken);

    /// <summary>The contents of files.</summary>
    public FileStore Files => services!.GetRequiredService<FileStore>();

    /// <summary>A file that the actor of the scope sent, as a door receives it.</summary>
    public async Task<Outcome<Upload>> Send(Scope scope, string name, byte[] content, string? key = null)
    {
        using var stream = new MemoryStream(content);
        return await services!.GetRequiredService<Uploads>().Receive(scope, stream, name, key, TestContext.Current.CancellationToken);
    }

    /// <summary>The reference to a file that the actor of the scope sent.</summary>
    public async Task<RowRef<Upload>> File(Scope scope, string name, string content = "Some words.") =>
        new((await Send(scope, name, System.Text.Encoding.UTF8.GetBytes(content))).Expect().Id);

    /// <summary>Lets go what nobody needs, as it would at this time.</summary>
    public Task Sweep(TimeProvider time) => new OrphanSweep(Files, Database.Server, Registry, time).Run(TestContext.Current.CancellationToken);

    /// <summary>A context in this scope, as a handler has it.</summary>
    public HeliosDb Context(Scope scope)
    {
        var db = services!.GetRequiredService<IDbContextFactory<HeliosDb>>().CreateDbContext();
        db.Scope = scope;
        return db;
    }

    /// <summary>Counts words as the recurring work does.</summary>
    public Task CountWords() => new WordCount(Database.Server).Run(TestContext.Current.CancellationToken);

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
