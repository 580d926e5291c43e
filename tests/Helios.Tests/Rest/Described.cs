using System.Text.Json.Nodes;
using Helios.Core;
using Helios.Itsm;
using Helios.Kernel;
using Helios.Kernel.Modules;
using Helios.Tests.Fixtures.Gadgets;
using Helios.Tests.Rest.Shelves;
using Helios.Web.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Helios.Tests.Rest;

/// <summary>The API's description of two sets of modules: those of the tests, and the real ones. It needs no database.</summary>
public sealed class Described : IAsyncLifetime
{
    readonly Dictionary<string, (Registry Registry, JsonObject Document)> known = new(StringComparer.Ordinal);

    public (Registry Registry, JsonObject Document) this[string modules] => known[modules];

    public async ValueTask InitializeAsync()
    {
        known["test"] = await Describe([new GadgetModule(), new ShelfModule()]);
        known["real"] = await Describe([new CoreModule(), new ItsmModule()]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static async Task<(Registry Registry, JsonObject Document)> Describe(IReadOnlyList<Module> modules)
    {
        var registry = Registry.Build(modules);
        await using var database = NpgsqlDataSource.Create("Host=localhost");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddHeliosKernel(registry, database).AddHeliosRest();
        await using var app = builder.Build();
        RestDoor.Map(app, registry);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = app.GetTestClient();
        return (registry, JsonNode.Parse(await client.GetStringAsync("/api/v1/openapi.json", TestContext.Current.CancellationToken))!.AsObject());
    }
}
