using System.Globalization;
using Helios.Kernel.Events;
using Helios.Kernel.Jobs;

namespace Helios.Core.Audit;

/// <summary>Walks the chain of an organization and leaves what it found as its last word.</summary>
public sealed class VerifyChain(ChainVerifier verifier) : IJobHandler<VerifyChain.Work>
{
    public const string Name = "audit.verify_chain";

    /// <summary>Whose chain.</summary>
    /// <param name="Slug">The organization's name in addresses.</param>
    public sealed record Work(string Slug);

    public async Task Run(Work payload, JobContext context)
    {
        var report = await verifier.Verify(payload.Slug, context.Stop, (done, total) => context.Progress((int)done, (int)Math.Max(done, total)));
        var events = (int)report.Events;
        await context.Progress(events, events, Words(report));
    }

    /// <summary>What a walk found, in one line or two.</summary>
    internal static string Words(ChainReport report) => report.Broken is { } broken
        ? string.Create(CultureInfo.InvariantCulture, $"The chain is broken at link {broken.Seq}{(broken.Key is null ? "" : $", about {broken.Key}")}. {broken.Wrong}")
        : string.Create(CultureInfo.InvariantCulture, $"The chain is whole: {report.Events:N0} events and {report.Checkpoints:N0} checkpoints hold.{(report.Erased > 0 ? $" Values were erased from {report.Erased:N0} of them." : "")}");
}
