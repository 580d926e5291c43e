using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Helios.Kernel;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Helios.Tests.Rest.Shelves;
using Helios.Web.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Helios.Tests.Rest;

/// <summary>The API's door alone, over the gadgets and shelves, with one token for each role.</summary>
public sealed class RestHouse : IAsyncLifetime
{
    TestDatabase? database;
    WebApplication? app;
    readonly HeardLog log = new();

    public OrganizationScope Larkspur { get; } = new(Guid.CreateVersion7(), "larkspur", "Larkspur");

    public Registry Registry { get; } = Registry.Build([new GadgetModule(), new ShelfModule()]);

    /// <summary>What the servers wrote into their log from warnings upwards.</summary>
    public ConcurrentQueue<string> Logged => log.Lines;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create(GadgetTable.Schema);
        await using (var command = database.Owner.CreateCommand("insert into platform.organization (id, slug, name, created_at) values ($1, $2, $3, now())"))
        {
            command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = Larkspur.Id }, new() { Value = Larkspur.Slug }, new() { Value = Larkspur.Name } });
            await command.ExecuteNonQueryAsync();
        }

        app = await Start(new RestLimits());
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }

    /// <summary>One more server over the same database.</summary>
    public async Task<WebApplication> Start(RestLimits limits, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddProvider(log);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton<Meeting>().AddSingleton<PolishScript>();
        builder.Services.AddHeliosKernel(Registry, database!.Server).AddHeliosRest(limits);
        builder.Services.AddSingleton<ITokenScopes>(new RoleTokens(this));
        var made = builder.Build();
        RestDoor.Map(made, Registry);
        await made.StartAsync();
        return made;
    }

    /// <summary>Sends a request as somebody with this role.</summary>
    public Task<HttpResponseMessage> Send(string method, string address, string? json = null, string role = Roles.ItStaff, params (string Name, string Value)[] headers) =>
        Send(app!, method, address, json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"), role, headers);

    public static async Task<HttpResponseMessage> Send(
        WebApplication app, string method, string address, HttpContent? content, string? role = Roles.ItStaff, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1" + address) { Content = content };
        if (role is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", role);
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        using var client = app.GetTestClient();
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> SendContent(string method, string address, HttpContent content, string? role = Roles.ItStaff) => Send(app!, method, address, content, role);

    /// <summary>The JSON of an answer.</summary>
    public static async Task<JsonObject> Json(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();

    /// <summary>Stands in for the tokens of identity: the bearer's word is the role.</summary>
    sealed class RoleTokens(RestHouse house) : ITokenScopes
    {
        static readonly Guid Account = Guid.CreateVersion7();

        public ValueTask<Outcome<Scope>> Find(HttpContext http)
        {
            if (!AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var header) || header.Parameter is not { } role || !Roles.Assignable.Contains(role, StringComparer.Ordinal))
                return ValueTask.FromResult<Outcome<Scope>>(Problem.Unauthenticated());
            var actor = new Actor(ActorKind.Token, "Robin Lane", role, house.Registry.PermissionsOf(role)) { AccountId = Account, CredentialId = role };
            return ValueTask.FromResult<Outcome<Scope>>(new Scope(house.Larkspur, actor, Door.Page, http.TraceIdentifier));
        }
    }
}
