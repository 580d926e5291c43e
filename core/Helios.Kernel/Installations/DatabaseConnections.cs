using Npgsql;

namespace Helios.Kernel.Installations;

/// <summary>The two ways into the database: the owner migrates, the server's role does everything else.</summary>
public sealed record DatabaseConnections(string Owner, string Server)
{
    /// <summary>The name of the server's role; migrations grant to it.</summary>
    public string ServerRole => new NpgsqlConnectionStringBuilder(Server).Username ?? "";

    /// <summary>Adds what the design asks of every connection of the server and of the owner.</summary>
    /// <remarks>
    /// 16 connections a node served 32 writers best; prepared statements are worth a third. Connections are not reset when they
    /// return to the pool: nothing may ever keep state in a session (ARCHITECTURE: Data).
    /// </remarks>
    public DatabaseConnections WithHouseRules()
    {
        var owner = new NpgsqlConnectionStringBuilder(Owner) { Pooling = false, ApplicationName = "helios-owner", CommandTimeout = 0 };
        var server = new NpgsqlConnectionStringBuilder(Server)
        {
            ApplicationName = "helios",
            MaxPoolSize = 16,
            // Some 10 MB of plans each: what a busy hour opened is closed a minute after it.
            ConnectionIdleLifetime = 60,
            MaxAutoPrepare = 200,
            NoResetOnClose = true,
            Enlist = false,
        };
        return new DatabaseConnections(owner.ConnectionString, server.ConnectionString);
    }
}
