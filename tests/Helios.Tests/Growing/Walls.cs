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
        }

        await house.App.Services.GetRequiredService<Sealer>().SealAll(CancellationToken.None);
        await house.App.Services.GetRequiredService<FollowerRunner>().CatchUp(CancellationToken.None);
    }
}
