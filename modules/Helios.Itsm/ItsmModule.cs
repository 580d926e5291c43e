using Helios.Itsm.Tickets;
using Helios.Kernel.Modules;

namespace Helios.Itsm;

/// <summary>IT service management on the directory's own data.</summary>
public sealed class ItsmModule : Module
{
    public override string Id => "itsm";

    public override string Name => "IT service management";

    public override IReadOnlyList<Feature> Features { get; } = [new TicketsFeature()];
}
