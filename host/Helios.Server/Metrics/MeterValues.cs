using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Helios.Server.Metrics;

/// <summary>Listens to the meters of .NET, Npgsql and Helios and keeps their current figures.</summary>
sealed class MeterValues : IDisposable
{
    /// <summary>So that labels which nobody thought of cannot fill the memory.</summary>
    const int MostSeries = 5000;

    static readonly string[] Meters =
        ["Helios", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.EntityFrameworkCore", "Npgsql", "System.Runtime"];

    readonly ConcurrentDictionary<(Instrument Instrument, string Labels), MeterSeries> series = new();

    // Every statement and request is measured several times: where labels are those of an earlier measurement, they are not put into words again.
    readonly ConcurrentDictionary<(Instrument Instrument, int Hash), (KeyValuePair<string, object?>[] Tags, MeterSeries Series)> known = new();

    readonly MeterListener listener = new();

    public MeterValues()
    {
        listener.InstrumentPublished = static (instrument, it) =>
        {
            if (Meters.Contains(instrument.Meter.Name, StringComparer.Ordinal))
                it.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.Start();
    }

    /// <summary>All figures as they are now, those of one instrument together.</summary>
    public ILookup<Instrument, MeterSeries> Read()
    {
        listener.RecordObservableInstruments();
        return series.ToLookup(one => one.Key.Instrument, one => one.Value);
    }

    public void Dispose() => listener.Dispose();

    void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (SeriesOf(instrument, tags) is not { } one)
            return;
        if (one.IsHistogram)
            one.Measure(value);
        else if (instrument.IsObservable || PrometheusText.IsGauge(instrument))
            one.Set(value);
        else
            one.Add(value);
    }

    MeterSeries? SeriesOf(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = new HashCode();
        foreach (var (name, label) in tags)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(label);
        }

        var place = (instrument, hash.ToHashCode());
        if (known.TryGetValue(place, out var earlier) && AreSame(tags, earlier.Tags))
            return earlier.Series;
        var key = (instrument, PrometheusText.Labels(tags));
        if (!series.TryGetValue(key, out var one))
        {
            if (series.Count >= MostSeries)
                return null;
            one = series.GetOrAdd(key, static added => new MeterSeries(added.Labels, PrometheusText.IsHistogram(added.Instrument)));
        }

        if (known.Count < MostSeries)
            known[place] = (tags.ToArray(), one);
        return one;
    }

    static bool AreSame(ReadOnlySpan<KeyValuePair<string, object?>> one, KeyValuePair<string, object?>[] other)
    {
        if (one.Length != other.Length)
            return false;
        for (var i = 0; i < other.Length; i++)
            if (!string.Equals(one[i].Key, other[i].Key, StringComparison.Ordinal) || !Equals(one[i].Value, other[i].Value))
                return false;
        return true;
    }
}
