namespace Helios.Kernel.Installations.Embedded;

/// <summary>The configuration of the private PostgreSQL. It is written anew at each start, outside the cluster, in a folder that PostgreSQL's user cannot write.</summary>
static class ClusterSettings
{
    public const int Port = 5432;
    public const string Administrator = "postgres";
    public const string Owner = "helios_owner";
    public const string Server = "helios_server";

    public static void Write(string folder, string name, string sockets, ServiceAccount account, EmbeddedOptions options)
    {
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("755", 8));
        Put(folder, "postgresql.conf", Configuration(folder, name, sockets, options));
        Put(folder, "pg_hba.conf", "# Nobody comes in over the network, and locally only who pg_ident.conf names.\nlocal all all peer map=helios\n");
        var people = new[] { Environment.UserName, account.Name }.Distinct(StringComparer.Ordinal);
        // Tests try roles of their own.
        string[] roles = options.IsThrowaway ? ["all"] : [Administrator, Owner, Server];
        Put(folder, "pg_ident.conf", string.Concat(people.SelectMany(_ => roles, (person, role) => $"helios \"{person}\" {role}\n")));
    }

    // A throwaway holds hundreds of small databases for minutes: nothing in it has to outlive a crash or needs tidying.
    // 96 MB and 40 connections keep an idle installation under its budget of memory; 256 MB of WAL keep the start after a crash under three seconds.
    static string Configuration(string folder, string name, string sockets, EmbeddedOptions options) =>
        $"""
        # Written by Helios at each start.
        hba_file = '{Quote(folder)}/pg_hba.conf'
        ident_file = '{Quote(folder)}/pg_ident.conf'
        cluster_name = '{name}'
        listen_addresses = ''
        port = {Port}
        unix_socket_directories = '{Quote(sockets)}'
        unix_socket_permissions = 0700
        max_connections = {(options.IsThrowaway ? 200 : 40)}
        shared_buffers = 96MB
        work_mem = 4MB
        maintenance_work_mem = 64MB
        autovacuum_max_workers = 2
        wal_level = {(options.IsLoading ? "minimal" : "replica")}
        max_wal_size = {(options.IsLoading ? "2GB" : "256MB")}
        max_wal_senders = {(options.IsLoading ? 0 : 4)}
        jit = off
        io_workers = 2
        max_parallel_workers_per_gather = 0
        random_page_cost = 1.1
        # Errors of statements reach the server as exceptions; here they would only leak values of rows.
        log_min_messages = log
        log_min_error_statement = panic
        log_checkpoints = off
        log_line_prefix = ''
        log_timezone = 'UTC'
        timezone = 'UTC'
        {(options.IsThrowaway ? "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nautovacuum = off" : "")}

        """;

    static string Quote(string path) => path.Replace("'", "''", StringComparison.Ordinal);

    static void Put(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32("644", 8));
    }
}
