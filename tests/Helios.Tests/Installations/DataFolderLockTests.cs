using Helios.Kernel.Installations;
using Xunit;

namespace Helios.Tests.Installations;

public sealed class DataFolderLockTests
{
    [Fact]
    public void A_folder_is_held_by_one_and_free_again_afterwards()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"helios-test-{Guid.CreateVersion7():n}");
        using (DataFolderLock.Take(folder))
        {
            var refused = Assert.Throws<InstallationException>(() => DataFolderLock.Take(folder));

            Assert.Contains($"already runs on the data folder {folder} (process {Environment.ProcessId})", refused.Message, StringComparison.Ordinal);
            Assert.True(DataFolderLock.IsHeld(folder));
        }

        Assert.False(DataFolderLock.IsHeld(folder));
        DataFolderLock.Take(folder).Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        var refused = Assert.Throws<InstallationException>(() => DataFolderLock.Take("/proc/helios"));

        Assert.Contains("/proc/helios cannot be used", refused.Message, StringComparison.Ordinal);
    }
}
