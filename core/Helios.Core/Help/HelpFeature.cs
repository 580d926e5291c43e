using Helios.Core.Help.Pages;
using Helios.Kernel.Modules;

namespace Helios.Core.Help;

/// <summary>The pages that explain Helios from its own declarations.</summary>
public sealed class HelpFeature : Feature
{
    public override string Name => "help";

    public override void Declare(FeatureBuilder feature) => feature.Contribute(new HelpPages());
}
