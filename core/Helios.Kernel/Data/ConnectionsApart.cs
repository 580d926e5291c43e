using Npgsql;

namespace Helios.Kernel.Data;

/// <summary>Connections beside the pool that commands and queries share.</summary>
public static class ConnectionsApart
{
    /// <summary>A closed connection to the same database from a small pool with this name, which no command can use up.</summary>
    public static NpgsqlConnection Apart(this NpgsqlDataSource database, string pool)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { ApplicationName = pool, MaxPoolSize = 4, MinPoolSize = 0 };
        using var model = database.CreateConnection();
        return model.CloneWith(settings.ConnectionString);
    }

    /// <summary>A closed connection that belongs to its caller alone, for LISTEN.</summary>
    public static NpgsqlConnection Alone(this NpgsqlDataSource database, string name)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { ApplicationName = name, Pooling = false, KeepAlive = 30 };
        using var model = database.CreateConnection();
        return model.CloneWith(settings.ConnectionString);
    }
}
