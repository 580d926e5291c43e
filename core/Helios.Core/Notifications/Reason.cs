namespace Helios.Core.Notifications;

/// <summary>Why something reaches somebody, the strongest first.</summary>
public static class Reason
{
    public const string Mentioned = "mentioned";

    public const string Assigned = "assigned";

    /// <summary>It is his own: what he asked for.</summary>
    public const string Requester = "requester";

    public const string Watching = "watching";

    /// <summary>Every reason, the strongest first.</summary>
    public static IReadOnlyList<string> All { get; } = [Mentioned, Assigned, Requester, Watching];

    /// <summary>The strongest of some reasons; null where there is none.</summary>
    public static string? Strongest(IEnumerable<string> reasons)
    {
        var given = reasons.ToHashSet(StringComparer.Ordinal);
        return All.FirstOrDefault(given.Contains);
    }
}
