using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Helios.Kernel.Commands;

/// <summary>One activity and one count for each command and query, with its result code; no personal data.</summary>
public static class Telemetry
{
    /// <summary>The name of the activity source and the meter.</summary>
    public const string Name = "Helios";

    static readonly Meter Meter = new(Name);
    static readonly Counter<long> Runs = Meter.CreateCounter<long>("helios.runs", description: "Commands and queries that ran, by name and result code.");

    internal static ActivitySource Source { get; } = new(Name);

    internal static void Ran(Activity? activity, string name, string? code)
    {
        activity?.SetTag("helios.code", code ?? "ok");
        Runs.Add(1, new KeyValuePair<string, object?>("name", name), new KeyValuePair<string, object?>("code", code ?? "ok"));
    }
}
