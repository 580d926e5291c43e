using System.Globalization;
using Npgsql;

namespace Helios.Kernel.Installations;

/// <summary>What a database server and its two roles must be like before Helios works on them.</summary>
public static class DatabaseRules
{
    const int OldestVersion = 18;

    /// <summary>Refuses a server that is too old, an owner that cannot migrate and a server's role that row-level security does not bind.</summary>
    /// <exception cref="InstallationException">The message names the fault and its cure.</exception>
    public static async Task Require(DatabaseConnections database, CancellationToken stop)
    {
        await using var owner = await Open(database.Owner, "HELIOS_DATABASE_OWNER", stop);
        await using var server = await Open(database.Server, "HELIOS_DATABASE", stop);
        RequireVersion(owner);
        await RequireSameDatabase(owner, server, stop);
        await RequireOwner(owner, stop);
        await RequireBoundRole(server, new NpgsqlConnectionStringBuilder(database.Owner).Username ?? "", stop);
    }

    static async Task<NpgsqlConnection> Open(string connectionString, string name, CancellationToken stop)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(stop);
            return connection;
        }
        catch (NpgsqlException e)
        {
            await connection.DisposeAsync();
            throw new InstallationException($"The database of {name} cannot be reached: {e.Message}", $"Check host, role, password and database in {name}, and that the server lets this machine in.", e);
        }
    }

    static void RequireVersion(NpgsqlConnection connection)
    {
        if (connection.PostgreSqlVersion.Major < OldestVersion)
            throw new InstallationException(
                $"The database server is PostgreSQL {connection.PostgreSqlVersion}, and Helios needs {OldestVersion} or newer.",
                string.Create(CultureInfo.InvariantCulture, $"Upgrade the server to PostgreSQL {OldestVersion}, or unset HELIOS_DATABASE to use the private one."));
    }

    static async Task RequireSameDatabase(NpgsqlConnection owner, NpgsqlConnection server, CancellationToken stop)
    {
        const string question = "select current_database() || ' ' || oid || ' ' || pg_postmaster_start_time() || ' ' || getdatabaseencoding() from pg_database where datname = current_database()";
        var one = await Ask<string>(owner, question, stop);
        var other = await Ask<string>(server, question, stop);
        if (!string.Equals(one, other, StringComparison.Ordinal))
            throw new InstallationException("HELIOS_DATABASE and HELIOS_DATABASE_OWNER lead to different databases.", "Let both name the same host, port and database; only role and password differ.");
        if (!one.EndsWith(" UTF8", StringComparison.Ordinal))
            throw new InstallationException($"The database {owner.Database} is not encoded in UTF-8.", "Make it anew: create database helios owner helios_owner encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' template template0;");
    }

    static async Task RequireOwner(NpgsqlConnection owner, CancellationToken stop)
    {
        if (!await Ask<bool>(owner, "select pg_has_role(current_user, datdba, 'usage') from pg_database where datname = current_database()", stop))
            throw new InstallationException($"The role of HELIOS_DATABASE_OWNER does not own the database {owner.Database}.", $"As an administrator: alter database \"{owner.Database}\" owner to <that role>;");
    }

    static async Task RequireBoundRole(NpgsqlConnection server, string owner, CancellationToken stop)
    {
        var role = await Ask<string>(server, "select session_user::text", stop);
        if (await Ask<bool>(server, "select rolsuper from pg_roles where rolname = session_user", stop))
            throw Unbound(role, "is a superuser", $"alter role \"{role}\" nosuperuser;");
        if (await Ask<bool>(server, "select rolbypassrls from pg_roles where rolname = session_user", stop))
            throw Unbound(role, "may bypass row-level security", $"alter role \"{role}\" nobypassrls;");
        if (await Ask<bool>(server, "select pg_get_userbyid(datdba) = session_user from pg_database where datname = current_database()", stop))
            throw Unbound(role, "owns the database", "create role helios_server login password '…';");
        if (await Ask<bool>(server, "select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where pg_get_userbyid(c.relowner) = session_user and n.nspname !~ '^pg_')", stop))
            throw Unbound(role, "owns tables of this database", $"reassign owned by \"{role}\" to \"{owner}\";");
        // Whoever is a member of a stronger role can become it.
        const string stronger = "select rolname::text from pg_roles r where rolname <> session_user and pg_has_role(session_user, r.oid, 'member') and (rolsuper or rolbypassrls or r.oid = (select datdba from pg_database where datname = current_database())) limit 1";
        if (await Ask<string?>(server, stronger, stop) is { } powerful)
            throw Unbound(role, $"is a member of {powerful}", $"revoke \"{powerful}\" from \"{role}\";");
    }

    static InstallationException Unbound(string role, string what, string statement) => new(
        $"The server's role {role} {what}, so nothing would keep organizations apart.",
        $"As an administrator: {statement} Or let HELIOS_DATABASE name a role of its own without such rights.");

    static async Task<T> Ask<T>(NpgsqlConnection connection, string question, CancellationToken stop)
    {
        await using var ask = new NpgsqlCommand(question, connection);
        return await ask.ExecuteScalarAsync(stop) is T answer ? answer : default!;
    }
}
