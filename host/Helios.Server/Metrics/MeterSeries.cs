namespace Helios.Server.Metrics;

/// <summary>One line of figures: an instrument with one set of labels.</summary>
sealed class MeterSeries(string labels, bool isHistogram)
{
    /// <summary>Upper ends of the classes of a histogram, in seconds.</summary>
    public static readonly double[] Bounds = [0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    readonly Lock gate = new();
    readonly long[] classes = isHistogram ? new long[Bounds.Length + 1] : [];
    double value;
    long count;

    /// <summary>As <c>name="tickets.assign",code="ok"</c>; may be empty.</summary>
    public string Labels { get; } = labels;

    public bool IsHistogram => classes.Length > 0;

    public void Add(double amount)
    {
        lock (gate)
            value += amount;
    }

    public void Set(double amount)
    {
        lock (gate)
            value = amount;
    }

    public void Measure(double amount)
    {
        var place = Array.FindIndex(Bounds, bound => amount <= bound);
        lock (gate)
        {
            classes[place < 0 ? Bounds.Length : place]++;
            value += amount;
            count++;
        }
    }

    /// <summary>The value or sum, how many were measured, and how many fell into each class.</summary>
    public (double Value, long Count, long[] Classes) Read()
    {
        lock (gate)
            return (value, count, [.. classes]);
    }
}
