using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Helios.Kernel.Files;
using Helios.Kernel.Problems;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Files;

public sealed class FileStoreTests : IDisposable
{
    readonly TestFolder folder = new();
    readonly Guid larkspur = Guid.CreateVersion7();
    readonly Guid aster = Guid.CreateVersion7();

    FileStore Store => new(folder.Path);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_received_is_read_again_byte_for_byte_under_its_hash()
    {
        foreach (var bytes in ArbMap.Default.GeneratorFor<NonEmptyArray<byte>>().Sample(100).Select(array => array.Get))
        {
            var hash = await Keep(larkspur, bytes);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), hash);
            Assert.Equal(bytes, await File.ReadAllBytesAsync(Store.PathOf(larkspur, hash), Stop));
        }
    }

    [Fact]
    public async Task The_same_content_stands_once_in_an_organization_and_apart_in_each()
    {
        var hash = await Keep(larkspur, "twice"u8.ToArray());
        await Keep(larkspur, "twice"u8.ToArray());
        Assert.False(File.Exists(Store.PathOf(aster, hash)));
        await Keep(aster, "twice"u8.ToArray());
        Assert.Equal(2, Directory.GetFiles(folder.Path, hash, SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_content_has_no_name_before_it_is_placed_and_leaves_nothing_when_it_is_not()
    {
        using (var received = (await Receive("not placed"u8.ToArray())).Expect())
            Assert.False(File.Exists(Store.PathOf(larkspur, received.Hash)));
        Assert.Empty(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_without_an_end_is_stopped_early_and_leaves_nothing()
    {
        await using var endless = new Source(wanted => wanted);
        var refusal = (await Store.Receive(larkspur, endless, Stop)).Problem;
        Assert.Equal("files.too_large", refusal?.Code);
        Assert.InRange(endless.Given, FileLimits.LargestFile, FileLimits.LargestFile + (1 << 20));
        Assert.Empty(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_empty_file_is_refused() => Assert.Equal("files.empty", (await Receive([])).Problem?.Code);

    [Fact]
    public async Task A_full_disk_is_a_refusal_in_words_and_leaves_nothing()
    {
        // Linux answers every write to /dev/full as a full disk does.
        await using var full = new Source(_ =>
        {
            using var device = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            device.WriteByte(1);
            return 0;
        });
        Assert.Equal("files.disk_full", (await Store.Receive(larkspur, full, Stop)).Problem?.Code);
        Assert.Empty(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_damaged_content_is_healed_by_the_same_file()
    {
        var hash = await Keep(larkspur, "whole"u8.ToArray());
        await File.WriteAllTextAsync(Store.PathOf(larkspur, hash), "broken", Stop);
        await Keep(larkspur, "whole"u8.ToArray());
        Assert.Equal("whole", await File.ReadAllTextAsync(Store.PathOf(larkspur, hash), Stop));
    }

    [Fact]
    public async Task Nobody_but_the_owner_may_read_the_folder()
    {
        var hash = await Keep(larkspur, "private"u8.ToArray());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.Path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Store.PathOf(larkspur, hash)));
    }

    async Task<Outcome<ReceivedFile>> Receive(byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return await Store.Receive(larkspur, content, Stop);
    }

    async Task<string> Keep(Guid organization, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        using var received = (await Store.Receive(organization, content, Stop)).Expect();
        Store.Place(organization, received);
        return received.Hash;
    }
}
