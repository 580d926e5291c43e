using System.Collections.Concurrent;
using System.Globalization;
using Helios.Kernel.Data;
using Helios.Kernel.Events;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helios.Kernel.Live;

/// <summary>
/// One LISTEN connection for a node; it wakes whoever follows an organization when events of it were sealed, and a person when
/// something reached his inbox, on whatever node. It carries no data: followers read what they may see.
/// </summary>
public sealed partial class LiveHub(NpgsqlDataSource database, OrganizationChanges changes, TimeProvider time, ILogger<LiveHub> log)
{
    /// <summary>Carries <c>organization:user</c> when the number of unread entries of a person's inbox changed.</summary>
    const string InboxChannel = "helios_inbox";

    /// <summary>Under this id stand those who follow every organization.</summary>
    static readonly Guid Every = Guid.Empty;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<Guid, ConcurrentDictionary<LiveFollower, byte>> followers = new();

    /// <summary>How many follow at this moment.</summary>
    public int Count => followers.Values.Sum(group => group.Count);

    /// <summary>Listens until the node stops; a lost connection is made again, and then everybody looks for himself.</summary>
    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Listen(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
            {
                changes.HearsNothing();
                LogLost(log, e);
                await Task.Delay(Pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Follows an organization until the follower is disposed.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="user">The person who follows, to be told of his inbox; null for work that is nobody's.</param>
    public LiveFollower Follow(Guid organization, Guid? user = null)
    {
        var follower = new LiveFollower(user, gone => Leave(organization, gone));
        followers.GetOrAdd(organization, _ => new()).TryAdd(follower, 0);
        return follower;
    }

    /// <summary>Follows every organization.</summary>
    public LiveFollower FollowAll() => Follow(Every);

    async Task Listen(CancellationToken stop)
    {
        await using var connection = database.Alone("helios-live");
        connection.Notification += (_, message) => Hear(message.Channel, message.Payload);
        await connection.OpenAsync(stop);
        await using (var listen = new NpgsqlCommand($"listen {Sealer.Channel}; listen {InboxChannel}", connection))
            await listen.ExecuteNonQueryAsync(stop);
        changes.Hears();
        foreach (var follower in followers.Values.SelectMany(group => group.Keys))
            follower.Tell();
        while (true)
            await connection.WaitAsync(stop);
    }

    void Hear(string channel, string payload)
    {
        var colon = payload.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !Guid.TryParse(payload.AsSpan(0, colon), out var organization))
            return;
        var about = payload.AsSpan(colon + 1);
        if (channel == InboxChannel && Guid.TryParse(about, out var user))
            Tell(organization, user);
        else if (long.TryParse(about, NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
        {
            changes.Sealed(organization, seq);
            Wake(organization, seq);
        }
    }

    void Tell(Guid organization, Guid user)
    {
        if (followers.TryGetValue(organization, out var group))
            foreach (var follower in group.Keys.Where(follower => follower.User == user))
                follower.Tell();
    }

    void Wake(Guid organization, long seq)
    {
        foreach (var id in new[] { organization, Every })
            if (followers.TryGetValue(id, out var group))
                Wake(group, seq);
    }

    static void Wake(ConcurrentDictionary<LiveFollower, byte> group, long seq)
    {
        foreach (var (follower, _) in group)
            follower.Wake(seq);
    }

    void Leave(Guid organization, LiveFollower follower)
    {
        if (followers.TryGetValue(organization, out var group))
            group.TryRemove(follower, out _);
    }

    [LoggerMessage(LogLevel.Warning, "The connection that listens for changes was lost; it is made again in a second.")]
    static partial void LogLost(ILogger log, Exception exception);
}
