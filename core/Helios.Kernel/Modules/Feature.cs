namespace Helios.Kernel.Modules;

/// <summary>A folder of the code base and one table of contents: what the feature adds to Helios.</summary>
public abstract class Feature
{
    /// <summary>The name in permissions, commands and problem codes, such as <c>tickets</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Declares kinds, permissions, commands, queries, pages, jobs.</summary>
    public abstract void Declare(FeatureBuilder feature);
}
