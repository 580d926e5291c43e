using Helios.Core.Attachments;
using Helios.Core.Attachments.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Tests.Growing;

/// <summary>Files: doors receive them, so no command makes one.</summary>
static class FileRecipes
{
    /// <summary>A file that the viewer sent, as a door receives it.</summary>
    public static async Task<Made> Upload(Sampler sampler)
    {
        using var content = new MemoryStream("A sample."u8.ToArray());
        var uploads = sampler.House.App.Services.GetRequiredService<Uploads>();
        var received = await uploads.Receive(sampler.Viewer, content, $"sample-{sampler.House.Next()}.txt", key: null, CancellationToken.None);
        return new Made(received.Expect().Id, null);
    }

    /// <summary>A file on something that the viewer sees, attached by himself where he may.</summary>
    public static async Task<Made> Attachment(Sampler sampler)
    {
        var actor = sampler.Viewer.Actor;
        var by = actor.Can(AttachmentsFeature.Write) ? sampler : sampler.AsOwner;
        var entity = await by.Entity(typeof(Entity));
        var outcome = await sampler.House.Do(
            new AttachFiles(new EntityRef<Entity>(entity.Id.ToString()), [new RowRef<Upload>((await Upload(by)).Id)]), by.Viewer);
        return new Made(outcome.Expect().Items[0].Id, null);
    }

    /// <summary>A content in each organization that nothing refers to, and that the sweep has found.</summary>
    public static async Task Orphans(GrowingHouse house)
    {
        var store = house.App.Services.GetRequiredService<FileStore>();
        foreach (var tenant in new[] { house.Larkspur, house.Aster })
        {
            using var content = new MemoryStream("Left behind."u8.ToArray());
            using var received = (await store.Receive(tenant.Organization.Id, content, CancellationToken.None)).Expect();
            store.Place(tenant.Organization.Id, received);
        }

        await new OrphanSweep(store, house.Database.Server, house.Registry, TimeProvider.System).Run(CancellationToken.None);
    }

    /// <summary>A file of this name on an entity, that staff alone see.</summary>
    public static async Task Note(GrowingHouse house, Guid entity, string name)
    {
        using var content = new MemoryStream("For staff."u8.ToArray());
        var owner = house.Larkspur.Owner;
        var upload = (await house.App.Services.GetRequiredService<Uploads>().Receive(owner, content, name, key: null, CancellationToken.None)).Expect();
        (await house.Do(new AttachFiles(new EntityRef<Entity>(entity.ToString()), [new RowRef<Upload>(upload.Id)]), owner)).Expect();
    }
}
