using Xunit;

namespace Helios.BrowserTests.Fixtures;

/// <summary>Tests of one installation. After each of them nothing may have complained.</summary>
public abstract class Journey(RunningHelios helios) : IClassFixture<RunningHelios>, IAsyncDisposable
{
    protected RunningHelios Helios => helios;

    protected Organization Larkspur => helios.Organization;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await helios.EndTest();
        GC.SuppressFinalize(this);
    }
}
