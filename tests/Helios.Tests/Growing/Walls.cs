using System.Text.Json.Nodes;
using Helios.Core.CustomFields.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Events;
using Helios.Kernel.Events.Following;
using Helios.Kernel.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Tests.Growing;

/// <summary>Lets the work after the commit write its tables, too: seals, inboxes, counted words, stored answers.</summary>
static class Walls
{
    public static async Task Fill(GrowingHouse house)
    {
        foreach (var tenant in new[] { house.Larkspur, house.Aster })
        {
            var sampler = new Sampler(house, tenant, tenant.Owner);
            foreach (var declared in house.Everything.Where(declared => declared.IsCommand && !Recipes.Actors.ContainsKey(declared.Name)))
                await Samples.Send(house, declared, await sampler.Input(declared, isFull: true), tenant.Owner, new CommandOptions { IdempotencyKey = $"sample-{house.Next()}" });
        }

        await new WordCount(house.Database.Server).Run(CancellationToken.None);
        foreach (var tenant in new[] { house.Larkspur, house.Aster })
        {
            var sampler = new Sampler(house, tenant, tenant.Owner);
            await house.Makers.Make(sampler, house.Registry.Kinds[^1]);
            await Customize(house, tenant);
        }

        await house.App.Services.GetRequiredService<Sealer>().SealAll(CancellationToken.None);
        await house.App.Services.GetRequiredService<FollowerRunner>().CatchUp(CancellationToken.None);
    }

    /// <summary>A word of its own, after the sample that took it back, and a value in a field of its own.</summary>
    static async Task Customize(GrowingHouse house, Tenant tenant)
    {
        Declared Named(string name) => house.Everything.Single(declared => declared.Name == name);
        (await Samples.Send(house, Named("labels.set"), new JsonObject { ["label"] = "location", ["one"] = "Site", ["many"] = "Sites" }, tenant.Owner)).Expect();
        var field = (FieldChanged)(await Samples.Send(house, Named("fields.create"), new JsonObject { ["kind"] = "location", ["name"] = $"Wall {house.Next()}", ["type"] = "text" }, tenant.Owner)).Expect();
        var sent = new JsonObject { ["name"] = "Walled garden", ["customFields"] = new JsonObject { [field.ApiName] = "red" } };
        (await Samples.Send(house, Named("locations.create"), sent, await house.Customized(tenant.Owner))).Expect();
    }
}
