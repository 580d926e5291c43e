namespace Helios.Web.Components;

/// <summary>The color meaning of a mark. Shape and text carry the meaning first; the tone only supports them.</summary>
public enum Tone
{
    /// <summary>No tone.</summary>
    None,

    /// <summary>Good, healthy, met.</summary>
    Ok,

    /// <summary>Soon, degraded, to be looked at.</summary>
    Warn,

    /// <summary>Failed, breached, destructive.</summary>
    Bad,

    /// <summary>New, public, informative.</summary>
    Info,

    /// <summary>Waiting, changes, vendors.</summary>
    Violet,

    /// <summary>The brand and "now". Never a state.</summary>
    Sun,
}
