namespace Helios.Web.Components;

/// <summary>How a <see cref="Tone"/> is written in <c>data-tone</c>.</summary>
public static class ToneNames
{
    /// <summary>The attribute's value, or null where no attribute stands.</summary>
    public static string? Name(this Tone tone) => tone switch
    {
        Tone.Ok => "ok",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        Tone.Info => "info",
        Tone.Violet => "violet",
        Tone.Sun => "sun",
        _ => null,
    };
}
