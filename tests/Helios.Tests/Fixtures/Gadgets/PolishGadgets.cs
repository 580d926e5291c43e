using Helios.Kernel.Jobs;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>A job in pieces.</summary>
/// <param name="Pieces">How many there are.</param>
public sealed record PolishGadgets(int Pieces)
{
    public sealed class Handler(PolishScript script) : IJobHandler<PolishGadgets>
    {
        public Task Run(PolishGadgets payload, JobContext context) => script.Run(payload, context);
    }
}
