using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Threading.Channels;
using Helios.Kernel.Modules;
using Npgsql;

namespace Helios.Kernel.Data;

/// <summary>
/// Numbers for keys. A node advances the counter in a transaction of its own, once for all callers that wait at that
/// moment; while keys are wanted in quick succession it takes some ahead. So numbers run on without holes in quiet times,
/// come in blocks under load (a server that stops then leaves a hole), and are never used twice.
/// </summary>
public sealed class KeyAllocator(NpgsqlDataSource database, Registry registry)
{
    /// <summary>
    /// Commands hold a connection while they wait for a number; if numbers came over the same pool, a full pool would
    /// wait for itself.
    /// </summary>
    const string Pool = "helios-keys";

    /// <summary>Keys that follow each other this closely are no person's work.</summary>
    static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(100);

    const int MostAhead = 64;

    readonly ConcurrentDictionary<(Guid Organization, string Kind), Counter> counters = new();

    /// <summary>The next key of a kind, such as T-1042.</summary>
    public async Task<string> Next(Guid organization, Type kind, CancellationToken stop)
    {
        var declared = registry.Kind(kind);
        var counter = counters.GetOrAdd((organization, declared.Name), key => new Counter(database, key.Organization, key.Kind));
        var number = await counter.Next(stop);
        return string.Create(CultureInfo.InvariantCulture, $"{declared.Prefix}-{number}");
    }

    /// <summary>Stands for a key in a run that is rolled back, so that no number is used up: it begins with 0, as no key does.</summary>
    public string StandIn(Type kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{registry.Kind(kind).Prefix}-0{RandomNumberGenerator.GetInt32(1, int.MaxValue)}");

    sealed class Counter(NpgsqlDataSource database, Guid organization, string kind)
    {
        readonly Channel<TaskCompletionSource<long>> waiting = Channel.CreateUnbounded<TaskCompletionSource<long>>();
        int working;

        // What was taken ahead, under the lock, and how much that was, which only whoever serves touches.
        readonly Lock taking = new();
        long next;
        long end;
        int ahead;
        long advancedAt;

        public async ValueTask<long> Next(CancellationToken stop)
        {
            if (waiting.Reader.Count == 0 && Taken() is { } number)
                return number;
            var mine = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Writer.TryWrite(mine);
            if (Interlocked.CompareExchange(ref working, 1, 0) == 0)
                _ = Task.Run(Serve, CancellationToken.None);
            return await mine.Task.WaitAsync(stop);
        }

        long? Taken()
        {
            lock (taking)
                return next < end ? next++ : null;
        }

        async Task Serve()
        {
            do
            {
                while (waiting.Reader.TryRead(out var first))
                {
                    if (Taken() is { } number)
                    {
                        first.TrySetResult(number);
                        continue;
                    }

                    List<TaskCompletionSource<long>> callers = [first];
                    while (waiting.Reader.TryRead(out var caller))
                        callers.Add(caller);
                    await Give(callers);
                }

                Volatile.Write(ref working, 0);
            }
            while (waiting.Reader.Count > 0 && Interlocked.CompareExchange(ref working, 1, 0) == 0);
        }

        async Task Give(List<TaskCompletionSource<long>> callers)
        {
            try
            {
                ahead = Stopwatch.GetElapsedTime(advancedAt) < Quick * Math.Max(1, ahead) ? Math.Min(MostAhead, (2 * ahead) + callers.Count) : 0;
                var first = await Advance(callers.Count + ahead);
                for (var i = 0; i < callers.Count; i++)
                    callers[i].TrySetResult(first + i);
                lock (taking)
                    (next, end) = (first + callers.Count, first + callers.Count + ahead);
                advancedAt = Stopwatch.GetTimestamp();
            }
            catch (Exception e)
            {
                foreach (var caller in callers)
                    caller.TrySetException(e);
            }
        }

        async Task<long> Advance(int count)
        {
            await using var connection = database.Apart(Pool);
            await connection.OpenAsync();
            await using var batch = connection.CreateBatch();
            batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('helios.organization', $1, true)") { Parameters = { new() { Value = organization.ToString() } } });
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                """
                insert into key_counter (organization_id, kind, next) values ($1, $2, 1 + $3)
                on conflict (organization_id, kind) do update set next = key_counter.next + $3
                returning next - $3
                """)
            {
                Parameters = { new() { Value = organization }, new() { Value = kind }, new() { Value = (long)count } },
            });
            await using var reader = await batch.ExecuteReaderAsync();
            await reader.NextResultAsync();
            await reader.ReadAsync();
            return reader.GetInt64(0);
        }
    }
}
