using System.Diagnostics;
using System.Globalization;
using Helios.Kernel.Events;
using Npgsql;

namespace Helios.Core.Audit;

/// <summary>What <c>audit verify</c> does: walks every audit chain and says whether it is whole.</summary>
public static class AuditCommandLine
{
    /// <summary>Writes one finding in plain words.</summary>
    /// <param name="connectionString">The database, as its owner or as the server's role.</param>
    /// <param name="output">Where the words go.</param>
    /// <param name="stop">Ends the walk.</param>
    /// <returns>0 when the chains are whole, 1 at a broken link.</returns>
    public static async Task<int> Verify(string connectionString, TextWriter output, CancellationToken stop)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        var started = Stopwatch.GetTimestamp();
        var report = await new ChainVerifier(database, TimeProvider.System).Verify(slug: null, stop);
        foreach (var line in Lines(report, Stopwatch.GetElapsedTime(started)))
            await output.WriteLineAsync(line.AsMemory(), stop);
        return report.IsWhole ? 0 : 1;
    }

    static IEnumerable<string> Lines(ChainReport report, TimeSpan took)
    {
        if (report.Broken is { } broken)
        {
            yield return Text($"The audit chain is broken in {broken.Organization}.");
            yield return Text($"Link:  {Known(broken.Seq)}");
            yield return Text($"Event: {Known(broken.EventId)}, about {broken.Key ?? "unknown"}");
            yield return broken.Wrong;
            yield return "Keep a copy of the database as it is, and compare it with a backup from before this event.";
            yield break;
        }

        yield return Text($"The audit chain is whole: {report.Events:N0} events of {report.Organizations:N0} organizations ({took.TotalSeconds:N1} s).");
        if (report.Erased > 0)
            yield return Text($"Details were erased from {report.Erased:N0} of them; their links hold.");
        if (report.Waiting.Count > 0)
            yield return Text($"Not sealed yet: {report.Waiting.Count:N0} events.");
        if (report.Waiting.Oldest is { } oldest)
            yield return Text($"Event {oldest.EventId} of {oldest.Organization} has waited since {oldest.Since:yyyy-MM-dd HH:mm:ss}Z. Start Helios: it seals within a second.");
    }

    static string Known<T>(T? value)
        where T : struct => value is { } known ? Text($"{known}") : "unknown";

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
