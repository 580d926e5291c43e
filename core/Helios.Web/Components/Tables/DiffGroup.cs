namespace Helios.Web.Components.Tables;

/// <summary>Differences under a heading.</summary>
/// <param name="Label">The heading, as "Not explained".</param>
/// <param name="Changes">The differences.</param>
public sealed record DiffGroup(string Label, IReadOnlyList<DiffChange> Changes);
