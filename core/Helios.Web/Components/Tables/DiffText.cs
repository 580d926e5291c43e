namespace Helios.Web.Components.Tables;

/// <summary>A text and which part of it changed.</summary>
/// <param name="Before">What stands before the change, the same on both sides.</param>
/// <param name="Changed">What changed; empty if nothing did.</param>
/// <param name="After">What stands behind it.</param>
public sealed record DiffText(string Before, string Changed = "", string After = "")
{
    /// <summary>Both sides of a change: what they share at the beginning and at the end is left unmarked.</summary>
    public static (DiffText Old, DiffText New) Between(string old, string fresh)
    {
        var most = Math.Min(old.Length, fresh.Length);
        var head = 0;
        while (head < most && old[head] == fresh[head])
            head++;
        // Half a letter is no letter.
        if (head > 0 && char.IsHighSurrogate(old[head - 1]))
            head--;
        var tail = 0;
        while (tail < most - head && old[^(tail + 1)] == fresh[^(tail + 1)])
            tail++;
        if (tail > 0 && char.IsLowSurrogate(old[^tail]))
            tail--;
        return (Split(old, head, tail), Split(fresh, head, tail));
    }

    static DiffText Split(string text, int head, int tail) => new(text[..head], text[head..^tail], text[^tail..]);
}
