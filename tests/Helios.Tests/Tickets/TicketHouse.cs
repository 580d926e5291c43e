using Helios.Core;
using Helios.Core.Bulk;
using Helios.Core.Bulk.Commands;
using Helios.Core.Bulk.Queries;
using Helios.Core.Comments.Commands;
using Helios.Core.Directory.People.Commands;
using Helios.Itsm;
using Helios.Itsm.Tickets;
using Helios.Itsm.Tickets.Commands;
using Helios.Itsm.Tickets.Queries;
using Helios.Kernel;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
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

namespace Helios.Tests.Tickets;

/// <summary>Kernel, core and tickets over a database of their own: two of the staff, two requesters, and a foreign organization.</summary>
public sealed class TicketHouse : IAsyncLifetime
{
    TestDatabase? database;
    ServiceProvider? services;

    public OrganizationScope Larkspur { get; } = new(Guid.CreateVersion7(), "larkspur", "Larkspur");

    public OrganizationScope Aster { get; } = new(Guid.CreateVersion7(), "aster", "Aster");

    public Registry Registry { get; } = Registry.Build([new CoreModule(), new ItsmModule()]);

    /// <summary>Of the staff, the one who acts where a test names nobody.</summary>
    public Scope Amara { get; private set; } = null!;

    /// <summary>Of the staff too.</summary>
    public Scope Priya { get; private set; } = null!;

    /// <summary>A requester.</summary>
    public Scope Mei { get; private set; } = null!;

    /// <summary>Another requester.</summary>
    public Scope Noah { get; private set; } = null!;

    public MovableTime Time { get; } = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create(TestSchema.Core, TestSchema.Itsm);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddSingleton<IJobScopes>(new GadgetJobScopes([Larkspur, Aster]));
        collection.AddHeliosKernel(Registry, database.Server);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        foreach (var organization in new[] { Larkspur, Aster })
            await Sql("insert into platform.organization (id, slug, name, created_at) values ($1, $2, $3, now())", organization.Id, organization.Slug, organization.Name);
        Amara = await Person("Amara Osei", Roles.ItStaff);
        Priya = await Person("Priya Nair", Roles.ItStaff);
        Mei = await Person("Mei Tanaka", Roles.User);
        Noah = await Person("Noah Weiss", Roles.User);
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
            await services.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }

    /// <summary>A scope of somebody with a role; without a user he is nobody in the directory.</summary>
    public Scope As(string role, Guid? user = null, string name = "Robin Lane", OrganizationScope? organization = null)
    {
        var actor = new Actor(ActorKind.Account, name, role, Registry.PermissionsOf(role)) { AccountId = Guid.CreateVersion7(), UserId = user };
        return new Scope(organization ?? Larkspur, actor, Door.Rest, "test");
    }

    public Task<Outcome<T>> Do<T>(ICommand<T> command, Scope? scope = null, CommandOptions? options = null) =>
        services!.GetRequiredService<CommandPipeline>().Run(command, scope ?? Amara, options, Stop);

    public Task<Outcome<T>> Ask<T>(IQuery<T> query, Scope? scope = null, SeenEntities? seen = null) =>
        services!.GetRequiredService<QueryPipeline>().Ask(query, scope ?? Amara, seen, Stop);

    /// <summary>A new ticket of somebody; Mei's where a test names nobody.</summary>
    public async Task<EntityRef<Ticket>> Ticket(string subject = "VPN drops", Scope? requester = null, TicketPriority priority = TicketPriority.Normal)
    {
        var made = await Do(new CreateTicket(subject, "It stops every few minutes.", new((requester ?? Mei).Actor.UserId!.Value.ToString()), priority));
        return new EntityRef<Ticket>(made.Expect().Key);
    }

    public async Task<TicketDetails> Get(EntityRef<Ticket> ticket, Scope? scope = null) => (await Ask(new GetTicket(ticket), scope)).Expect();

    public Task<Outcome<AddComment.Result>> Say(EntityRef<Ticket> ticket, string body, string audience, Scope? scope = null) =>
        Do(new AddComment(new EntityRef<Entity>(ticket.Text), body, audience), scope);

    /// <summary>Starts a bulk change and works on jobs until it has ended.</summary>
    public async Task<BulkDetails> Bulk(StartBulk start, Scope? scope = null) => await Settled((await Do(start, scope)).Expect().Key);

    /// <summary>Works on jobs, as a node does, until this bulk change has ended.</summary>
    public async Task<BulkDetails> Settled(string key)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var work = services!.GetRequiredService<JobRunner>().Run(end.Token);
        BulkDetails bulk;
        while ((bulk = (await Ask(new GetBulk(new EntityRef<BulkChange>(key)))).Expect()).State is BulkState.Running or BulkState.Canceling)
            await Task.Delay(TimeSpan.FromMilliseconds(5), Stop);
        await end.CancelAsync();
        await work;
        return bulk;
    }

    /// <summary>One value by SQL as the owner.</summary>
    public async Task<T?> One<T>(string sql, params object[] values)
    {
        await using var command = database!.Owner.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteScalarAsync(Stop) is T found ? found : default;
    }

    /// <summary>Runs SQL as the owner, whom row-level security does not bind.</summary>
    public async Task Sql(string sql, params object[] values)
    {
        await using var command = database!.Owner.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(Stop);
    }

    async Task<Scope> Person(string name, string role)
    {
        var made = (await Do(new CreateUser { Name = name, Title = "Works here", Phone = "+31 10 555 0142" }, As(Roles.ItStaff))).Expect();
        if (role != Roles.User)
            await Sql("update \"user\" set is_staff = true where id = $1", made.Id);
        return As(role, made.Id, name);
    }
}
