using System.Globalization;
using Helios.Kernel.Queries;

namespace Helios.Web.Lists;

/// <summary>How many rows each lane of a board shows, as the address says it: <c>new.40,waiting.60</c> for lanes that are longer than at first.</summary>
public static class LaneRows
{
    /// <summary>Rows of a lane at first, and those that come with each "more".</summary>
    public const int Step = 20;

    /// <summary>Rows that a lane shows at most; the table shows the rest.</summary>
    public const int Most = ListInput.MostRows;

    /// <summary>Reads the parameter; what makes no sense is left out.</summary>
    public static IReadOnlyDictionary<string, int> Of(string? text)
    {
        Dictionary<string, int> rows = new(StringComparer.Ordinal);
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            if (part.Split('.') is [{ Length: > 0 } lane, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                rows[lane] = Math.Clamp(count, Step, Most);
        return rows;
    }

    /// <summary>The parameter with this lane longer by a step; null when it shows as many as it may.</summary>
    public static string? Longer(IReadOnlyDictionary<string, int> rows, string lane)
    {
        var now = rows.GetValueOrDefault(lane, Step);
        return now >= Most
            ? null
            : string.Join(',', rows.Where(row => row.Key != lane).Append(new(lane, now + Step)).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Key}.{row.Value}")));
    }
}
