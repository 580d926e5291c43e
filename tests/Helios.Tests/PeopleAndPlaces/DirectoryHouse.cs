using Helios.Core;
using Helios.Core.Directory.People.Commands;
using Helios.Kernel;
using Helios.Kernel.Commands;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Helios.Tests.PeopleAndPlaces;

/// <summary>Kernel and core over a database of their own, and two organizations in it.</summary>
public sealed class DirectoryHouse : IAsyncLifetime
{
    TestDatabase? database;
    ServiceProvider? services;

    public TestDatabase Database => database!;

    public ServiceProvider Services => services!;

    public OrganizationScope Larkspur { get; } = new(Guid.CreateVersion7(), "larkspur", "Larkspur");

    public OrganizationScope Aster { get; } = new(Guid.CreateVersion7(), "aster", "Aster");

    public Registry Registry { get; } = Registry.Build([new CoreModule()]);

    /// <summary>Somebody of the staff who is nobody in the directory.</summary>
    public Scope Staff => As(Roles.ItStaff);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create(TestSchema.Core);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IJobScopes>(new GadgetJobScopes([Larkspur, Aster]));
        collection.AddHeliosKernel(Registry, database.Server);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        foreach (var organization in new[] { Larkspur, Aster })
            await Sql("insert into platform.organization (id, slug, name, created_at) values ($1, $2, $3, now())", organization.Id, organization.Slug, organization.Name);
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
            await services.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }

    /// <summary>A scope of somebody with a role.</summary>
    public Scope As(string role, Guid? user = null, OrganizationScope? organization = null)
    {
        var actor = new Actor(ActorKind.Account, "Robin Lane", role, Registry.PermissionsOf(role)) { AccountId = Guid.CreateVersion7(), UserId = user };
        return new Scope(organization ?? Larkspur, actor, Door.Rest, "test");
    }

    public Task<Outcome<T>> Do<T>(ICommand<T> command, Scope? scope = null, CommandOptions? options = null) =>
        Services.GetRequiredService<CommandPipeline>().Run(command, scope ?? Staff, options, Stop);

    public Task<Outcome<T>> Ask<T>(IQuery<T> query, Scope? scope = null) =>
        Services.GetRequiredService<QueryPipeline>().Ask(query, scope ?? Staff, Stop);

    /// <summary>A new person.</summary>
    public async Task<UserChanged> Person(string name, string? mail = null, Scope? scope = null) =>
        (await Do(new CreateUser { Name = name, Mail = mail }, scope)).Expect();

    /// <summary>Works on jobs until this is so, as a node does.</summary>
    public async Task RunJobs(Func<Task<bool>> until)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var work = Services.GetRequiredService<JobRunner>().Run(end.Token);
        await Eventually.Holds(until);
        await end.CancelAsync();
        await work;
    }

    /// <summary>Runs SQL as the owner, whom row-level security does not bind.</summary>
    public async Task Sql(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(Stop);
    }

    /// <summary>One value by SQL as the owner.</summary>
    public async Task<T?> One<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync(Stop) is T found ? found : default;
    }

    NpgsqlCommand Command(string sql, object[] values)
    {
        var command = Database.Owner.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
