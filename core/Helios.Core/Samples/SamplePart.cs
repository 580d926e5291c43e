namespace Helios.Core.Samples;

/// <summary>A module's share of the sample organization: what it would hold after a year. Contributed by the feature; the directory comes first.</summary>
public abstract class SamplePart
{
    /// <summary>What is made, for the lines at the start.</summary>
    public abstract string Label { get; }

    /// <summary>Adds steps; the same for the same seed.</summary>
    public abstract void Plan(SamplePlan plan);
}
