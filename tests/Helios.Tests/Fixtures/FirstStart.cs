using System.Diagnostics;
using Helios.Kernel.Installations;
using Helios.Tests.Fixtures;
using Xunit;

[assembly: AssemblyFixture(typeof(FirstStart))]

namespace Helios.Tests.Fixtures;

/// <summary>
/// What a first start makes: a cluster with the whole schema, and a root key. It is made once in a test run, when the first test
/// asks, and copied for each.
/// </summary>
public sealed class FirstStart : IAsyncDisposable
{
    readonly Lazy<Task<EmptySite>> made = new(Make);

    /// <summary>Puts a copy of it where nothing was started yet.</summary>
    public async Task CopyTo(EmptySite site)
    {
        var from = await made.Value;
        await Copy(from.Data, site.Data);
        await Copy(Path.GetDirectoryName(from.Key)!, Path.GetDirectoryName(site.Key)!);
    }

    public async ValueTask DisposeAsync()
    {
        if (made.IsValueCreated)
            (await made.Value).Dispose();
    }

    static async Task<EmptySite> Make()
    {
        var site = new EmptySite();
        var settings = new HeliosSettings { DataFolder = site.Data, Port = 0, RootKey = new RootKeyPlace(site.Key, IsFile: true) };
        await (await Installation.Open(settings, TestSchema.Whole, static _ => { }, TimeProvider.System, CancellationToken.None)).DisposeAsync();
        return site;
    }

    // With owners and modes: the files of the database may belong to a user of its own.
    static async Task Copy(string from, string to)
    {
        using var copy = Process.Start("cp", ["-a", from, to]);
        await copy.WaitForExitAsync();
        Assert.Equal(0, copy.ExitCode);
    }
}
