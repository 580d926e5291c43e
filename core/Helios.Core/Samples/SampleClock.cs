namespace Helios.Core.Samples;

/// <summary>The clock of a sample that is being made: it stands where the step at hand has put it.</summary>
public sealed class SampleClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
