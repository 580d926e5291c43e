namespace Helios.Web.Components.Shell;

/// <summary>The result of an act, shown once. Success leaves by itself, failure stays.</summary>
/// <param name="Title">What happened, as "Ticket closed".</param>
/// <param name="Text">What it means, or the way out.</param>
/// <param name="Tone"><see cref="Tone.Ok"/> or <see cref="Tone.Bad"/>.</param>
public sealed record Toast(string Title, string? Text = null, Tone Tone = Tone.Ok)
{
    /// <summary>Where a POST takes it back; null where that is not offered. Such a toast stays half a minute.</summary>
    public string? UndoAddress { get; init; }

    /// <summary>What that button reads.</summary>
    public string UndoLabel { get; init; } = "Undo";

    /// <summary>A link that leads out of a failure; null where there is none.</summary>
    public ToastLink? WayOut { get; init; }
}
