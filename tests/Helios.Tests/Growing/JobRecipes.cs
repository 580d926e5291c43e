using System.Text.Json.Nodes;
using Helios.Kernel.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Tests.Growing;

/// <summary>Jobs and schedules: no command makes them, and what can be done to one follows from its state.</summary>
static class JobRecipes
{
    public static IReadOnlyDictionary<string, Func<Sampler, JsonObject, Task>> Inputs { get; } = new Dictionary<string, Func<Sampler, JsonObject, Task>>(StringComparer.Ordinal)
    {
        ["alerts.set_target"] = (s, sent) => IdentityRecipes.Put(sent, "address", $"https://alerts{s.House.Next()}.larkspur.example/helios"),
        ["alerts.test"] = (s, sent) => Target(s),
        ["alerts.record_post"] = (s, sent) => IdentityRecipes.Put(sent, "state", "done"),
        ["jobs.cancel"] = (s, sent) => s.House.Sql("update platform.job set state = 'waiting', finished_at = null where id = $1", Guid.Parse((string)sent["job"]!)),
        ["schedules.change"] = async (s, sent) =>
        {
            // Other times at each run, so that each changes something.
            sent["times"] = $"daily {s.House.Next() % 24:00}:{s.House.Next() % 60:00}";
            if (sent.ContainsKey("zone"))
                sent["zone"] = "Europe/Berlin";
            await Task.CompletedTask;
        },
        ["schedules.run"] = (s, sent) => s.House.Sql("update platform.job set state = 'done', finished_at = now() where schedule_id = $1", Guid.Parse((string)sent["schedule"]!)),
    };

    /// <summary>An operation of the viewer that waits for its call.</summary>
    public static async Task<Made> Operation(Sampler sampler)
    {
        var (id, organization) = (Guid.CreateVersion7(), sampler.Tenant.Organization.Id);
        await sampler.House.Sql("insert into operation (organization_id, id, name, state, account_id, created_at) values ($1, $2, 'alerts.post', 'waiting', $3, now())", organization, id, sampler.Viewer.Actor.AccountId!);
        await sampler.House.Sql("insert into operation_item (organization_id, operation_id, number, label, request, state, next_at) values ($1, $2, 1, 'Sample', '{}', 'waiting', now())", organization, id);
        return new Made(id, null);
    }

    /// <summary>The organization posts its alerts somewhere.</summary>
    static Task Target(Sampler sampler) => Recipes.First(sampler, "alerts.set_target", new JsonObject { ["address"] = "https://alerts.larkspur.example/helios" });

    /// <summary>A dead job of the tenant.</summary>
    public static async Task<Made> Job(Sampler sampler)
    {
        var id = Guid.CreateVersion7();
        await sampler.House.Sql(
            "insert into platform.job (id, organization_id, name, payload, state, attempts, run_at, created_at, finished_at, message) values ($1, $2, 'imports.run', '{}', 'dead', 5, now(), now(), now(), 'Sample')",
            id, sampler.Tenant.Organization.Id);
        return new Made(id, null);
    }

    /// <summary>The tenant's first schedule: each organization has those that are declared.</summary>
    public static async Task<Made> Schedule(Sampler sampler)
    {
        await sampler.House.App.Services.GetRequiredService<Scheduler>().Look(CancellationToken.None);
        return new Made(await sampler.House.One<Guid>("select id from platform.schedule where organization_id = $1 order by name limit 1", sampler.Tenant.Organization.Id), null);
    }
}
