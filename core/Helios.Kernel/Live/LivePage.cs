namespace Helios.Kernel.Live;

/// <summary>Changes after a place in the chain.</summary>
/// <param name="Changes">Those that the actor may see, in order.</param>
/// <param name="Seq">Where to go on: the last place that was looked at, whether or not it was for the actor.</param>
/// <param name="HasMore">Whether more was sealed than fits one page.</param>
public sealed record LivePage(IReadOnlyList<LiveChange> Changes, long Seq, bool HasMore);
