namespace Helios.Kernel.Installations.Embedded;

/// <summary>The last lines that PostgreSQL wrote, for the message when it does not start.</summary>
sealed class ServerLog
{
    const int Kept = 30;
    readonly Lock gate = new();
    readonly Queue<string> lines = new();

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (gate)
        {
            lines.Enqueue(line);
            if (lines.Count > Kept)
                lines.Dequeue();
        }
    }

    public void Clear()
    {
        lock (gate)
            lines.Clear();
    }

    /// <summary>Whether a line holds this text.</summary>
    public bool Tells(string text)
    {
        lock (gate)
            return lines.Any(line => line.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>The lines that tell of a fault, or all when none does.</summary>
    public string Complaint()
    {
        lock (gate)
        {
            var faults = lines.Where(line => line.Contains("FATAL", StringComparison.Ordinal) || line.Contains("PANIC", StringComparison.Ordinal) || line.Contains("error", StringComparison.Ordinal)).ToList();
            return string.Join(" ", faults.Count > 0 ? faults : lines);
        }
    }
}
