namespace Helios.Core.Watchers;

/// <summary>Somebody who watches an entity.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Key">The person's key.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Because">Why: watched, created, assigned, commented or mentioned.</param>
public sealed record WatcherView(Guid UserId, string Key, string Name, string Because);
