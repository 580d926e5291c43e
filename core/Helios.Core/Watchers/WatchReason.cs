namespace Helios.Core.Watchers;

/// <summary>Why somebody watches an entity.</summary>
public static class WatchReason
{
    /// <summary>He asked for it, or somebody did for him.</summary>
    public const string Watched = "watched";

    public const string Created = "created";

    public const string Assigned = "assigned";

    public const string Commented = "commented";

    public const string Mentioned = "mentioned";

    /// <summary>The reasons for which somebody watches by himself, unless he said otherwise.</summary>
    public static IReadOnlyList<string> Automatic { get; } = [Created, Assigned, Commented, Mentioned];
}
