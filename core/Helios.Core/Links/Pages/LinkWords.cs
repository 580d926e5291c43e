using System.Globalization;

namespace Helios.Core.Links.Pages;

/// <summary>How pages tell a link.</summary>
static class LinkWords
{
    /// <summary>The wording and what tells the other end, in one line.</summary>
    public static string Detail(LinkView link) =>
        string.Join(" · ", new[] { link.Wording, link.Other.Subtitle, link.Note, Period(link.Since, link.Until) }.OfType<string>());

    /// <summary>“since 3 May 2026”, “until …”, or null where nobody said.</summary>
    public static string? Period(DateOnly? since, DateOnly? until) => (since, until) switch
    {
        ({ } first, { } last) => $"{Day(first)} – {Day(last)}",
        ({ } first, null) => $"since {Day(first)}",
        (null, { } last) => $"until {Day(last)}",
        _ => null,
    };

    /// <summary>A day for a field of a form.</summary>
    public static string? Field(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture);
}
