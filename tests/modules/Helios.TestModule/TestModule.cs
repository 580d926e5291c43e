using Helios.Kernel.Modules;
using Helios.TestModule.Specimens;

namespace Helios.TestModule;

/// <summary>An otherwise empty module that contributes one of each thing that a module may contribute; tests load it as a package.</summary>
public sealed class TestModule : Module
{
    public override string Id => "test";

    public override string Name => "Specimens";

    public override IReadOnlyList<Feature> Features => [new SpecimensFeature(this)];
}
