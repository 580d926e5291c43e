using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Effects;
using Helios.Kernel.Events;
using Helios.Kernel.Events.Following;
using Helios.Kernel.Jobs;
using Helios.Kernel.Live;
using Helios.Kernel.Modules;
using Helios.Kernel.Outbound;
using Helios.Kernel.Queries;
using Helios.Kernel.Undo;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Helios.Kernel;

/// <summary>Puts the kernel into a service collection.</summary>
public static class KernelServices
{
    /// <summary>
    /// Adds the declarations, the database as the server's role, the pipelines and the work after the commit. Jobs need an
    /// <see cref="IJobScopes"/> besides, which Core adds.
    /// </summary>
    public static IServiceCollection AddHeliosKernel(this IServiceCollection services, Registry registry, NpgsqlDataSource database)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(registry);
        services.AddSingleton(database);
        services.AddPooledDbContextFactory<HeliosDb>(options => Connect(options, registry, database));
        services.AddScoped(provider => Lease(provider.GetRequiredService<IDbContextFactory<HeliosDb>>()));
        services.AddSingleton<KeyAllocator>();
        services.AddSingleton<CommitSignal>();
        services.AddSingleton<OrganizationChanges>();
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<CommandPipeline>();
        services.AddSingleton<QueryPipeline>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<ChainVerifier>();
        services.AddScoped<ListRunner>();
        services.AddScoped<Undoing>();
        services.AddSingleton<LiveHub>();
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<FollowerRunner>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<Scheduler>();
        services.AddSingleton<OperationSignal>();
        services.AddSingleton<Operations>();
        services.TryAddSingleton(OutboundRules.PublicOnly);
        services.AddSingleton<OutboundHttp>();
        services.AddSingleton<RecurringRunner>();
        return services;
    }

    static void Connect(DbContextOptionsBuilder options, Registry registry, NpgsqlDataSource database)
    {
        // The files and mentions of a comment are few, so one statement for all of them costs less than one for each.
        options.UseNpgsql(database, npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)).AddInterceptors(new ScopeInterceptor());
        // Clashes and stale versions are answers here, and whatever else fails is thrown: neither needs a line in the log.
        // Capped counts limit rows without an order on purpose.
        options.ConfigureWarnings(warnings => warnings.Ignore(
            RelationalEventId.CommandExecuted, RelationalEventId.CommandError, CoreEventId.SaveChangesFailed, CoreEventId.OptimisticConcurrencyException,
            CoreEventId.RowLimitingOperationWithoutOrderByWarning));
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new HeliosModelExtension(registry.Fingerprint, registry.Tables));
    }

    /// <summary>A context fresh from the pool knows nothing of whoever had it before.</summary>
    static HeliosDb Lease(IDbContextFactory<HeliosDb> pool)
    {
        var db = pool.CreateDbContext();
        db.Scope = null;
        db.Database.AutoSavepointsEnabled = false;
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        return db;
    }
}
