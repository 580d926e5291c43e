using System.Globalization;

namespace Helios.Benchmarks.Measuring.Parts;

/// <summary>Memory as the kernel shares it out (PSS): what would be free if the processes were not there.</summary>
static class Memory
{
    const double Megabyte = 1024;

    /// <summary>A server that has just started and answered one page.</summary>
    public static void MeasureIdle(Bed bed) => bed.Report.Below("memory of the idle server, after its start", Of(bed.Server.Id), "MB", null, "PSS, smaps_rollup");

    /// <summary>The server and PostgreSQL, after all load and a minute of rest.</summary>
    public static async Task MeasureLoaded(Bed bed)
    {
        await Task.Delay(bed.Options.Span < TimeSpan.FromSeconds(10) ? TimeSpan.FromSeconds(10) : TimeSpan.FromSeconds(60));
        var server = Of(bed.Server.Id);
        var database = Processor.ChildrenOf(bed.Processor.Postmaster).Append(bed.Processor.Postmaster).Sum(Of);
        bed.Report.Below("memory of the idle server, after load", server, "MB", 150, "PSS, smaps_rollup");
        bed.Report.Below("memory of server and PostgreSQL, after load", server + database, "MB", 350, "PSS, smaps_rollup");
    }

    /// <summary>A process's share in MB; zero if it has ended.</summary>
    public static double Of(int process)
    {
        var line = Array.Find(Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/smaps_rollup")).Split('\n'), text => text.StartsWith("Pss:", StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line[4..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / Megabyte;
    }

    static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            // It has ended since.
            return "";
        }
    }
}
