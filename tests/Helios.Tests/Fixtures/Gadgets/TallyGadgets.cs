using System.Globalization;
using Helios.Kernel.Jobs;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>A job that comes by itself every day and says for when.</summary>
public sealed class TallyGadgets : IJobHandler<Scheduled>
{
    public const string Name = "gadgets.tally";

    public Task Run(Scheduled payload, JobContext context) =>
        context.Progress(1, 1, string.Create(CultureInfo.InvariantCulture, $"Due {payload.DueAt.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}."));
}
