using System.Globalization;

namespace Helios.Core.Attachments;

/// <summary>Sizes for people: 900 bytes, 12 KB, 3.4 MB; a thousand at a time, as systems for people count.</summary>
static class FileSize
{
    const int Step = 1000;

    public static string Text(long bytes) => bytes switch
    {
        1 => "1 byte",
        < Step => string.Create(CultureInfo.CurrentCulture, $"{bytes} bytes"),
        < Step * Step => string.Create(CultureInfo.CurrentCulture, $"{(bytes + (Step / 2)) / Step} KB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / (double)(Step * Step):0.0} MB"),
    };
}
