using Helios.Core.Audit;
using Helios.Kernel.Modules;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>The smallest module that uses everything of the kernel: it stands in for a real one in tests of the pipelines.</summary>
public sealed class GadgetModule : Module
{
    public override string Id => "gadgets";

    public override string Name => "Gadgets";

    public override IReadOnlyList<Feature> Features => [new GadgetsFeature(), new AuditFeature()];
}
