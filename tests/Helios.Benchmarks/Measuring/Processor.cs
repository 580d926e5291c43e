using System.Globalization;

namespace Helios.Benchmarks.Measuring;

/// <summary>Processor time of the server and of its PostgreSQL, from the kernel's books: it tells the cost of a request also on a busy machine.</summary>
sealed class Processor(BenchOptions options, int server)
{
    // USER_HZ, which Linux keeps at 100 for programs.
    const double Tick = 10;

    /// <summary>The database's postmaster.</summary>
    public int Postmaster { get; } = int.Parse(File.ReadLines(Path.Combine(options.Folder, "pg18", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>Processor time so far, in milliseconds. Backends that have ended are counted by their parent.</summary>
    public (double Server, double Database) Now => (Of(server, withEnded: false), ChildrenOf(Postmaster).Sum(child => Of(child, withEnded: false)) + Of(Postmaster, withEnded: true));

    public static IEnumerable<int> ChildrenOf(int parent) =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out _)
        let fields = Fields(Path.Combine(folder, "stat"))
        where fields.Length > 1 && fields[1] == parent.ToString(CultureInfo.InvariantCulture)
        select int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture);

    static double Of(int process, bool withEnded)
    {
        var fields = Fields(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
        return fields.Length < 16 ? 0 : Tick * fields[11..(withEnded ? 15 : 13)].Sum(field => double.Parse(field, CultureInfo.InvariantCulture));
    }

    // The fields behind the program's name, which may hold anything: state, parent, …, utime, stime, cutime, cstime.
    static string[] Fields(string path)
    {
        try
        {
            var stat = File.ReadAllText(path);
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            // It has ended since.
            return [];
        }
    }
}
