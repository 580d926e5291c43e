using Helios.Kernel.Modules;

namespace Helios.Tests.Growing.Broken;

/// <summary>Declares what each suite must find.</summary>
public sealed class OddModule : Module
{
    public override string Id => "odd";

    public override string Name => "Odd";

    public override IReadOnlyList<Feature> Features { get; } = [new OddFeature()];
}
