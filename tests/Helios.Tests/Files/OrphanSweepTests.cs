using Helios.Core.Attachments.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Files;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Files;

public sealed class OrphanSweepTests(EverywhereHouse house) : IClassFixture<EverywhereHouse>
{
    readonly MovableTime time = new();

    Scope Robin { get; } = house.As(Roles.ItStaff);

    [Fact]
    public async Task A_file_that_nobody_used_goes_after_a_day_and_its_content_after_the_grace()
    {
        var upload = (await house.Send(Robin, "unused.txt", "unused"u8.ToArray())).Expect();
        await house.Sweep(time);
        Assert.Equal(1, await house.One<long>("select count(*) from upload where id = $1", upload.Id));

        time.Advance(FileLimits.Waiting + TimeSpan.FromHours(1));
        await house.Sweep(time);
        Assert.Equal(0, await house.One<long>("select count(*) from upload where id = $1", upload.Id));
        Assert.True(IsThere(upload.ContentHash));

        time.Advance(FileLimits.Grace + TimeSpan.FromHours(1));
        await house.Sweep(time);
        Assert.False(IsThere(upload.ContentHash));
        Assert.Equal(0, await house.One<long>("select count(*) from file_orphan where content_hash = $1", upload.ContentHash));
    }

    [Fact]
    public async Task An_attached_content_stays_for_ever_and_a_removed_one_for_its_grace()
    {
        var upload = (await house.Send(Robin, "kept.txt", "kept for ever"u8.ToArray())).Expect();
        var gadget = await house.Gadget("Keeper");
        var attached = (await house.Do(new AttachFiles(gadget, [new RowRef<Upload>(upload.Id)]), Robin)).Expect().Items[0];
        time.Advance(TimeSpan.FromDays(400));
        await house.Sweep(time);
        time.Advance(FileLimits.Grace * 2);
        await house.Sweep(time);
        Assert.True(IsThere(upload.ContentHash));

        (await house.Do(new RemoveAttachment(new(attached.Id)), Robin)).Expect();
        await house.Sweep(time);
        time.Advance(FileLimits.Grace / 2);
        await house.Sweep(time);
        Assert.True(IsThere(upload.ContentHash));
        time.Advance(FileLimits.Grace);
        await house.Sweep(time);
        Assert.False(IsThere(upload.ContentHash));
    }

    [Fact]
    public async Task A_content_that_is_needed_again_in_its_grace_begins_anew()
    {
        var first = (await house.Send(Robin, "again.txt", "needed again"u8.ToArray())).Expect();
        time.Advance(FileLimits.Waiting + TimeSpan.FromHours(1));
        await house.Sweep(time);
        time.Advance(FileLimits.Grace + TimeSpan.FromHours(1));
        (await house.Do(new AttachFiles(await house.Gadget("Again"), [new RowRef<Upload>((await house.Send(Robin, "again.txt", "needed again"u8.ToArray())).Expect().Id)]), Robin)).Expect();
        await house.Sweep(time);
        Assert.True(IsThere(first.ContentHash));
        Assert.Equal(0, await house.One<long>("select count(*) from file_orphan where content_hash = $1", first.ContentHash));
    }

    [Fact]
    public async Task The_half_of_a_dead_sender_goes_and_that_of_a_living_one_stays()
    {
        var incoming = Path.Combine(house.Files.Folder, house.Larkspur.Id.ToString(), "incoming");
        Directory.CreateDirectory(incoming);
        var (dead, alive) = (Path.Combine(incoming, "dead"), Path.Combine(incoming, "alive"));
        await File.WriteAllTextAsync(dead, "ha", TestContext.Current.CancellationToken);
        await using (var held = new FileStream(alive, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            await house.Sweep(time);
            Assert.True(File.Exists(dead), "It may still be written: it is a moment old.");
            time.Advance(TimeSpan.FromHours(1));
            await house.Sweep(time);
            Assert.False(File.Exists(dead));
            Assert.True(File.Exists(alive));
        }

        await house.Sweep(time);
        Assert.False(File.Exists(alive));
    }

    [Fact]
    public async Task One_organization_letting_go_takes_nothing_from_another()
    {
        var there = house.As(Roles.ItStaff, organization: house.Aster);
        var theirs = (await house.Send(there, "same.txt", "in both"u8.ToArray())).Expect();
        (await house.Do(new AttachFiles(await house.Gadget("Theirs", organization: house.Aster), [new RowRef<Upload>(theirs.Id)]), there)).Expect();
        await house.Send(Robin, "same.txt", "in both"u8.ToArray());
        foreach (var later in new[] { FileLimits.Waiting * 2, FileLimits.Grace * 2 })
        {
            time.Advance(later);
            await house.Sweep(time);
        }

        Assert.False(IsThere(theirs.ContentHash));
        Assert.True(File.Exists(house.Files.PathOf(house.Aster.Id, theirs.ContentHash)));
    }

    bool IsThere(string hash) => File.Exists(house.Files.PathOf(house.Larkspur.Id, hash));
}
