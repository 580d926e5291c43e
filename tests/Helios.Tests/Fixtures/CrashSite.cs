using Xunit;

namespace Helios.Tests.Fixtures;

/// <summary>A data folder and its key as a first start leaves them, for servers that are going to be killed.</summary>
public sealed class CrashSite : IAsyncLifetime
{
    readonly EmptySite site = new();

    public string Data => site.Data;

    public string Key => site.Key;

    public async ValueTask InitializeAsync()
    {
        var first = await TestContext.Current.GetFixture<FirstStart>() ?? throw new InvalidOperationException("The test run has no first start.");
        await first.CopyTo(site);
    }

    public ValueTask DisposeAsync()
    {
        site.Dispose();
        return ValueTask.CompletedTask;
    }
}
