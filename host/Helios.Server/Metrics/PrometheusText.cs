using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Helios.Server.Metrics;

/// <summary>Writes figures in the text format that Prometheus reads (version 0.0.4).</summary>
static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static bool IsHistogram(Instrument instrument) => Generic(instrument) == typeof(Histogram<>);

    public static bool IsGauge(Instrument instrument) => Generic(instrument) is var type && (type == typeof(Gauge<>) || type == typeof(ObservableGauge<>));

    /// <summary>The labels of a measurement, in the order of their names.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length == 0)
            return "";
        var sorted = tags.ToArray();
        Array.Sort(sorted, static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        return string.Join(',', sorted.Select(tag => $"{Name(tag.Key)}=\"{Escaped(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "")}\""));
    }

    /// <summary>Everything, as one text.</summary>
    public static string Write(ILookup<Instrument, MeterSeries> figures)
    {
        var text = new StringBuilder(16 * 1024);
        foreach (var group in figures.GroupBy(one => FullName(one.Key), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var instrument = group.First().Key;
            if (!string.IsNullOrEmpty(instrument.Description))
                text.Append("# HELP ").Append(group.Key).Append(' ').Append(instrument.Description.ReplaceLineEndings(" ")).Append('\n');
            text.Append("# TYPE ").Append(group.Key).Append(' ').Append(TypeOf(instrument)).Append('\n');
            foreach (var series in group.SelectMany(one => one).DistinctBy(one => one.Labels, StringComparer.Ordinal))
                Write(text, group.Key, series);
        }

        return text.ToString();
    }

    static void Write(StringBuilder text, string name, MeterSeries series)
    {
        var (value, count, classes) = series.Read();
        if (!series.IsHistogram)
        {
            Line(text, name, series.Labels, value);
            return;
        }

        var below = 0L;
        for (var i = 0; i < classes.Length; i++)
        {
            below += classes[i];
            var bound = i < MeterSeries.Bounds.Length ? MeterSeries.Bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
            Line(text, name + "_bucket", series.Labels.Length == 0 ? $"le=\"{bound}\"" : $"{series.Labels},le=\"{bound}\"", below);
        }

        Line(text, name + "_sum", series.Labels, value);
        Line(text, name + "_count", series.Labels, count);
    }

    static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    static string FullName(Instrument instrument) => Name(instrument.Name) + (TypeOf(instrument) == "counter" ? "_total" : instrument.Unit == "s" && IsHistogram(instrument) ? "_seconds" : "");

    static string TypeOf(Instrument instrument)
    {
        if (IsHistogram(instrument))
            return "histogram";
        var type = Generic(instrument);
        return type == typeof(Counter<>) || type == typeof(ObservableCounter<>) ? "counter" : "gauge";
    }

    static Type? Generic(Instrument instrument) => instrument.GetType() is { IsGenericType: true } type ? type.GetGenericTypeDefinition() : null;

    static string Name(string name) => string.Create(name.Length, name, static (letters, source) =>
    {
        for (var i = 0; i < letters.Length; i++)
            letters[i] = char.IsAsciiLetterOrDigit(source[i]) ? source[i] : '_';
    });

    static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
