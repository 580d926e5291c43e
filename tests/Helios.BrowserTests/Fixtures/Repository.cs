using Xunit;

namespace Helios.BrowserTests.Fixtures;

/// <summary>Folders of the source tree that tests read from and write to.</summary>
static class Repository
{
    /// <summary>A path below the root of the source.</summary>
    public static string At(params string[] parts)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Helios.slnx")))
            root = root.Parent;
        Assert.True(root is not null, "The browser tests use web/node_modules: run them inside the repository.");
        return Path.Combine([root.FullName, .. parts]);
    }
}
