using System.Collections.Concurrent;
using Helios.Kernel.Jobs;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>What a test makes the polishing do, and what it did.</summary>
public sealed class PolishScript
{
    /// <summary>The attempts that began, in order.</summary>
    public ConcurrentQueue<JobContext> Runs { get; } = new();

    public Func<PolishGadgets, JobContext, Task> Does { get; set; } = (_, _) => Task.CompletedTask;

    public Task Run(PolishGadgets payload, JobContext context)
    {
        Runs.Enqueue(context);
        return Does(payload, context);
    }
}
