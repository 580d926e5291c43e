using System.Collections.Concurrent;
using System.Globalization;
using Helios.Kernel.Data;
using Helios.Kernel.Events;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helios.Kernel.Live;

/// <summary>
/// One LISTEN connection for a node; it wakes whoever follows an organization when events of it were sealed, on whatever
/// node. It carries no data: followers read what they may see.
/// </summary>
public sealed partial class LiveHub(NpgsqlDataSource database, OrganizationChanges changes, TimeProvider time, ILogger<LiveHub> log)
{
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
    public LiveFollower Follow(Guid organization)
    {
        var follower = new LiveFollower(gone => Leave(organization, gone));
        followers.GetOrAdd(organization, _ => new()).TryAdd(follower, 0);
        return follower;
    }

    async Task Listen(CancellationToken stop)
    {
        await using var connection = database.Alone("helios-live");
        connection.Notification += (_, message) => Wake(message.Payload);
        await connection.OpenAsync(stop);
        await using (var listen = new NpgsqlCommand($"listen {Sealer.Channel}", connection))
            await listen.ExecuteNonQueryAsync(stop);
        changes.Hears();
        foreach (var group in followers.Values)
            Wake(group, long.MaxValue);
        while (true)
            await connection.WaitAsync(stop);
    }

    void Wake(string payload)
    {
        var colon = payload.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0
            || !Guid.TryParse(payload.AsSpan(0, colon), out var organization)
            || !long.TryParse(payload.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
            return;
        changes.Happened(organization);
        if (followers.TryGetValue(organization, out var group))
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
