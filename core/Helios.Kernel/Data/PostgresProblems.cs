using Npgsql;

namespace Helios.Kernel.Data;

/// <summary>Finds the database's own error inside whatever EF wrapped around it.</summary>
public static class PostgresProblems
{
    /// <summary>The error of PostgreSQL that caused this exception, or null.</summary>
    public static PostgresException? Postgres(this Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
            if (inner is PostgresException postgres)
                return postgres;
        return null;
    }
}
