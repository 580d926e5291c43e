using Helios.Kernel.Modules;

namespace Helios.Core.Samples;

/// <summary>The sample organization, as far as the directory goes.</summary>
public sealed class SamplesFeature : Feature
{
    public override string Name => "samples";

    public override void Declare(FeatureBuilder feature) => feature.Contribute(new CompanySample());
}
