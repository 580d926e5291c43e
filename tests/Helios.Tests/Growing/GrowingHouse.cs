using Helios.Core;
using Helios.Core.Directory.People.Commands;
using Helios.Core.Identity.Commands;
using Helios.Core.Organizations;
using Helios.Core.Organizations.Commands;
using Helios.Itsm;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Kernel.Secrets;
using Helios.Server.Composition;
using Helios.Tests.Fixtures;
using Helios.Tests.Growing.Guests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Helios.Tests.Growing;

/// <summary>
/// The real modules over a migrated database of its own, with two organizations that hold something of everything that is
/// declared. All of it is made by commands, from generated inputs.
/// </summary>
public class GrowingHouse : IAsyncLifetime
{
    /// <summary>The password of every account in the house.</summary>
    public const string Password = "umbrella harbor lantern";

    /// <summary>Aster's keys begin here, so that no key of one organization means something in the other.</summary>
    const int FirstOfAster = 5000;

    readonly SharedPostgres postgres;
    readonly IReadOnlyList<Module> modules;
    readonly IReadOnlyList<MigrationSource> further;
    TestDatabase? database;
    WebApplication? app;
    readonly Makers makers = new();
    readonly TestFolder files = new();
    int count;

    public GrowingHouse(SharedPostgres postgres)
        : this(postgres, [new ItsmModule()])
    {
    }

    /// <summary>A house with these modules besides core, and further tables.</summary>
    protected GrowingHouse(SharedPostgres postgres, IReadOnlyList<Module> modules, params IReadOnlyList<MigrationSource> further) =>
        (this.postgres, this.modules, this.further) = (postgres, [.. modules, GuestModule.Of(modules)], further);

    public TestDatabase Database => database!;

    /// <summary>The whole application, not started: nothing works in the background.</summary>
    public WebApplication App => app!;

    public Registry Registry { get; private set; } = null!;

    public IReadOnlyList<Declared> Everything => Declared.All(Registry);

    public CommandPipeline Commands => App.Services.GetRequiredService<CommandPipeline>();

    public QueryPipeline Queries => App.Services.GetRequiredService<QueryPipeline>();

    /// <summary>What the application wrote into its log.</summary>
    public HeardLog Log { get; } = new();

    /// <summary>Which command makes what.</summary>
    public Makers Makers => makers;

    public Tenant Larkspur { get; private set; } = null!;

    public Tenant Aster { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        IEnumerable<Module> everyModule = [new CoreModule(), .. modules];
        database = await TestDatabase.Create(postgres, [.. everyModule.Select(TestSchema.Of), .. further]);
        var key = RootKey.Make(TimeProvider.System);
        app = HeliosApplication.Build(new ApplicationSettings
        {
            Database = database.Server,
            RootKey = key,
            FilesFolder = files.Path,
            Modules = modules,
            Adjust = builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders().AddProvider(Log);
                builder.UseLightPasswords();
            },
        });
        Registry = app.Services.GetRequiredService<Registry>();
        await Sql("insert into platform.root_key (id, check_value, state, created_at) values ($1, $2, 'active', now())", key.Id, key.CheckValue);
        // Its key is kept when it is first needed, which may be inside a question.
        App.Services.GetRequiredService<AuditSigner>();
        Larkspur = await Found("Larkspur", firstKey: 1);
        Aster = await Found("Aster", FirstOfAster);
        await makers.Discover(this);
        foreach (var tenant in new[] { Larkspur, Aster })
            await makers.Furnish(this, tenant);
        await FileRecipes.Orphans(this);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
        files.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A number that no sample has had.</summary>
    public int Next() => Interlocked.Increment(ref count);

    public Task<Outcome<T>> Do<T>(ICommand<T> command, Scope scope) => Commands.Run(command, scope, null, TestContext.Current.CancellationToken);

    /// <summary>Does what has to succeed and change something; gives the run that undo names.</summary>
    public Task<Guid> RunOf<T>(ICommand<T> command, Scope scope) => Ran.By(options => Commands.Run(command, scope, options, TestContext.Current.CancellationToken));

    /// <summary>A context in this scope, as a handler has it.</summary>
    public HeliosDb Context(Scope scope)
    {
        var db = App.Services.GetRequiredService<IDbContextFactory<HeliosDb>>().CreateDbContext();
        db.Scope = scope;
        return db;
    }

    /// <summary>Whether this actor may see an entity, by the rights that its kind declares.</summary>
    public async Task<bool> Sees(Scope scope, KindDeclaration kind, Guid id)
    {
        await using var db = Context(scope);
        return await kind.Find(db, scope.Actor, id.ToString(), forUpdate: false, CancellationToken.None) is not null;
    }

    /// <summary>The scope with the fields and labels that its organization has now, as a door finds it.</summary>
    public async Task<Scope> Customized(Scope scope)
    {
        var stamp = await One<Guid>("select profile_stamp from platform.organization where id = $1", scope.Organization!.Id);
        var profiles = App.Services.GetRequiredService<OrganizationProfiles>();
        return scope with { Organization = await profiles.With(scope.Organization, stamp == Guid.Empty ? null : stamp, TestContext.Current.CancellationToken) };
    }

    /// <summary>Somebody new with an account, who came by an invitation.</summary>
    public async Task<Scope> Join(Tenant tenant, string role)
    {
        var (guest, user) = await Invite(tenant, role);
        (await Do(new Join($"member{Next()}@{tenant.Organization.Slug}.example", Password), guest)).Expect();
        return await MemberScope(tenant.Organization, user);
    }

    /// <summary>The holder of an invitation, and for whom it is.</summary>
    public async Task<(Scope Guest, Guid User)> Invite(Tenant tenant, string role)
    {
        var user = (await Do(new CreateUser { Name = $"Member {Next()}" }, tenant.Owner)).Expect();
        (await Do(new InviteUser(new EntityRef<Core.Directory.People.User>(user.Id.ToString()), role), tenant.Owner)).Expect();
        var invitation = await One<Guid>("select id from platform.invitation where user_id = $1 and used_at is null", user.Id);
        return (new Scope(null, Actor.Guest("join", "An invited person") with { CredentialId = invitation.ToString() }, Door.Page, "invited"), user.Id);
    }

    /// <summary>Somebody with the link that makes an organization; the installation forgets that it has one.</summary>
    public async Task<Scope> SetupGuest()
    {
        await Sql("update platform.installation set set_up_at = null");
        return new Scope(null, Actor.Guest("setup", "The owner"), Door.Page, "setup");
    }

    /// <summary>A page is as its organization has it, and suites that try every command switch modules off.</summary>
    public Task SwitchModulesOn() => Sql("update platform.module_switch set is_on = true where organization_id = $1", Larkspur.Organization.Id);

    public async Task Sql(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<T?> One<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is T found ? found : default;
    }

    /// <summary>The first column of every row, as the owner, whom row-level security does not bind.</summary>
    public async Task<List<T>> Column<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<T> found = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            found.Add(await reader.GetFieldValueAsync<T>(0, TestContext.Current.CancellationToken));
        return found;
    }

    NpgsqlCommand Command(string sql, object[] values)
    {
        var command = Database.Owner.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    async Task<Tenant> Found(string name, int firstKey)
    {
        var made = (await Do(new SetUp(name, null, $"Owner of {name}", $"owner@{name.ToLowerInvariant()}.example", Password), await SetupGuest())).Expect();
        var id = await One<Guid>("select id from platform.organization where slug = $1", made.Slug);
        foreach (var kind in Registry.Kinds)
            await Sql("insert into key_counter values ($1, $2, $3) on conflict (organization_id, kind) do update set next = key_counter.next + $3", id, kind.Name, (long)firstKey);
        var tenant = new Tenant(new OrganizationScope(id, made.Slug, name));
        tenant.Members[Roles.Owner] = await MemberScope(tenant.Organization, await One<Guid>("select user_id from platform.membership where account_id = $1", made.Account));
        foreach (var role in Roles.Assignable.Where(role => role != Roles.Owner))
            tenant.Members[role] = await Join(tenant, role);
        return tenant;
    }

    async Task<Scope> MemberScope(OrganizationScope organization, Guid user)
    {
        var account = await One<Guid>("select account_id from platform.membership where user_id = $1", user);
        var role = (await One<string>("select role from platform.membership where user_id = $1", user))!;
        var session = await Session(account);
        var actor = new Actor(ActorKind.Account, $"{role} of {organization.Name}", role, Registry.PermissionsOf(role)) { AccountId = account, UserId = user, CredentialId = session.ToString() };
        return new Scope(organization, actor, Door.Rest, $"{role} of {organization.Slug}");
    }

    /// <summary>Gives an account the house's password back, whatever a sample made of it.</summary>
    public Task ResetPassword(Guid account) =>
        Sql("update platform.account set password_hash = $2 where id = $1", account, new Core.Identity.Passwords().Hash(Password));

    /// <summary>A browser in which an account is signed in. Signing in is no command, so the row is made here.</summary>
    public async Task<Guid> Session(Guid account)
    {
        var id = Guid.CreateVersion7();
        await Sql(
            "insert into platform.session (id, account_id, token_hash, created_at, last_seen_at, expires_at, address, agent) values ($1, $2, $3, now(), now(), now() + interval '1 day', '127.0.0.1', 'Sample')",
            id, account, id.ToByteArray());
        return id;
    }
}
