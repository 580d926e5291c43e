using System.Globalization;
using Helios.Kernel.Problems;

namespace Helios.Core.Identity;

/// <summary>The refusal of an attempt that comes too early.</summary>
static class Waits
{
    public static Problem Problem(TimeSpan wait) => new(
        ProblemKind.Limited,
        "account.attempts",
        string.Create(CultureInfo.InvariantCulture, $"There were too many attempts. Wait {(wait.TotalMinutes > 1 ? $"{Math.Ceiling(wait.TotalMinutes)} minutes" : $"{Math.Max(1, Math.Ceiling(wait.TotalSeconds))} seconds")} and try again."));
}
