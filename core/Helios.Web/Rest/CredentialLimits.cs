using System.Collections.Concurrent;

namespace Helios.Web.Rest;

/// <summary>A token bucket for each credential: full at first, refilled steadily, one token for each request.</summary>
/// <remarks>
/// In memory and for this node alone: with several nodes behind a balancer a credential gets up to the limit at each. That is
/// accepted: the limit protects a node from one greedy caller and is no measure of use.
/// </remarks>
public sealed class CredentialLimits(RestLimits limits, TimeProvider time)
{
    /// <summary>Buckets that may stand idle before the full ones are let go.</summary>
    const int ManyBuckets = 10_000;

    readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);
    long sweptAt = time.GetTimestamp();

    /// <summary>The limit in words of RateLimit-Policy.</summary>
    public string Policy { get; } = FormattableString.Invariant($"\"minute\";q={limits.RequestsPerMinute};w=60");

    /// <summary>Takes one request from a credential's bucket.</summary>
    public Allowance Take(string credential)
    {
        var now = time.GetTimestamp();
        Sweep(now);
        return buckets.GetOrAdd(credential, static (_, start) => new Bucket(start.Full, start.Now), (Full: limits.RequestsPerMinute, Now: now)).Take(now, time, limits.RequestsPerMinute);
    }

    void Sweep(long now)
    {
        var last = Interlocked.Read(ref sweptAt);
        if (buckets.Count < ManyBuckets || time.GetElapsedTime(last, now) < TimeSpan.FromMinutes(1) || Interlocked.CompareExchange(ref sweptAt, now, last) != last)
            return;
        foreach (var (credential, bucket) in buckets)
            if (bucket.IsIdle(now, time))
                buckets.TryRemove(credential, out _);
    }

    sealed class Bucket(double tokens, long filledAt)
    {
        readonly Lock gate = new();
        double tokens = tokens;
        long filledAt = filledAt;

        public Allowance Take(long now, TimeProvider time, int full)
        {
            lock (gate)
            {
                var perSecond = full / 60.0;
                tokens = Math.Min(full, tokens + (Math.Max(0, time.GetElapsedTime(filledAt, now).TotalSeconds) * perSecond));
                filledAt = now;
                var isGranted = tokens >= 1;
                if (isGranted)
                    tokens--;
                return new Allowance(isGranted, (int)tokens, Seconds((full - tokens) / perSecond), Seconds((1 - tokens) / perSecond));
            }
        }

        // A bucket that nobody touched for a minute is full again: a new one would be the same.
        public bool IsIdle(long now, TimeProvider time)
        {
            lock (gate)
                return time.GetElapsedTime(filledAt, now) >= TimeSpan.FromMinutes(1);
        }

        static int Seconds(double seconds) => Math.Max(0, (int)Math.Ceiling(seconds));
    }
}
