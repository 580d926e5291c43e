using System.Diagnostics;

namespace Helios.Benchmarks.Measuring;

/// <summary>What a run of one path measured.</summary>
/// <param name="Ticks">How long each answer took at the caller, sorted.</param>
/// <param name="Span">How long the run took.</param>
/// <param name="Bytes">What came over the wire as bodies.</param>
sealed record Sample(long[] Ticks, TimeSpan Span, long Bytes)
{
    /// <summary>Processor time of the server for one answer, in milliseconds.</summary>
    public double ServerCost { get; init; }

    /// <summary>Processor time of PostgreSQL for one answer, in milliseconds.</summary>
    public double DatabaseCost { get; init; }

    public double P50 => At(0.5);

    public double P95 => At(0.95);

    public double PerSecond => Ticks.Length / Span.TotalSeconds;

    double At(double share) => Ticks.Length == 0 ? double.NaN : Stopwatch.GetElapsedTime(0, Ticks[(int)(share * (Ticks.Length - 1))]).TotalMilliseconds;
}
