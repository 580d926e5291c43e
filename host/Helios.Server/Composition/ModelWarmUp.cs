using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Helios.Server.Composition;

/// <summary>Builds the database model in the background at start, so that the first page need not wait for it.</summary>
sealed class ModelWarmUp(IDbContextFactory<HeliosDb> contexts) : BackgroundService
{
    /// <summary>Whether pages are as fast as they will be.</summary>
    public bool IsDone { get; private set; }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(Warm, stoppingToken);

    async Task Warm()
    {
        await using var db = await contexts.CreateDbContextAsync();
        _ = db.Model;
        IsDone = true;
    }
}
