namespace Helios.Kernel.Installations.Embedded;

/// <summary>The private PostgreSQL of an installation: made on first use, started and stopped with Helios, restarted when it dies.</summary>
/// <remarks>It listens on a Unix socket only. It ends with this process, even when that is killed.</remarks>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    /// <summary>The name of the database.</summary>
    public const string Database = "helios";

    readonly Cluster cluster;
    readonly PostgresKeeper keeper;

    EmbeddedPostgres(Cluster cluster, PostgresKeeper keeper) => (this.cluster, this.keeper) = (cluster, keeper);

    /// <summary>The connections of owner and server to the database <c>helios</c>.</summary>
    public DatabaseConnections Connections => To(Database);

    /// <summary>The way in as superuser, to a maintenance database; for the making of roles and databases.</summary>
    public string Administrator => cluster.Connection(ClusterSettings.Administrator, "postgres") + ";Pooling=false";

    /// <summary>Completes with the reason when PostgreSQL died and could not be brought back.</summary>
    public Task<InstallationException> Failed => keeper.Failed;

    /// <summary>The process id of PostgreSQL now, or 0 while there is none.</summary>
    public int ProcessId => keeper.ProcessId;

    /// <summary>Starts the PostgreSQL of a data folder, and makes cluster, roles and database when they are missing.</summary>
    /// <exception cref="InstallationException">The machine does not let it; the message says why and what to do.</exception>
    public static async Task<EmbeddedPostgres> Start(DataFolderLock data, EmbeddedOptions options, CancellationToken stop)
    {
        var made = new Cluster(data, options);
        var started = new PostgresKeeper(made, options.Report);
        try
        {
            await started.Ready.WaitAsync(stop);
            var postgres = new EmbeddedPostgres(made, started);
            await ClusterRoles.Ensure(postgres.Administrator, Database, stop);
            return postgres;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>The connections of owner and server to another database of the same cluster.</summary>
    public DatabaseConnections To(string database) =>
        new DatabaseConnections(cluster.Connection(ClusterSettings.Owner, database), cluster.Connection(ClusterSettings.Server, database)).WithHouseRules();

    /// <summary>The connections to the database of a data folder that another process of this machine runs.</summary>
    public static DatabaseConnections Running(string dataFolder) => new DatabaseConnections(
        Cluster.ConnectionTo(dataFolder, ClusterSettings.Owner, Database),
        Cluster.ConnectionTo(dataFolder, ClusterSettings.Server, Database)).WithHouseRules();

    /// <summary>Whether a data folder holds a cluster.</summary>
    public static bool IsIn(string dataFolder) => File.Exists(Path.Combine(dataFolder, Cluster.FolderName, "PG_VERSION"));

    /// <summary>Waits until the PostgreSQL of a killed process has ended; the caller holds the data folder.</summary>
    public static void EndLeftovers(string dataFolder, Action<string> report) =>
        new ClusterProcesses(Path.Combine(dataFolder, Cluster.FolderName), Cluster.NameOf(dataFolder)).ClearLeftovers(report);

    /// <summary>Stops PostgreSQL and waits for its end.</summary>
    public ValueTask DisposeAsync() => keeper.DisposeAsync();
}
