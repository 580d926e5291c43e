using Helios.Kernel.Entities;

namespace Helios.Core.Alerts;

/// <summary>Something that admins should know of: a dead job, a failed sync. It is open until somebody settles it.</summary>
public sealed class Alert : Entity
{
    /// <summary>What sort of thing happened, such as <c>jobs.dead</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What happened, in one line.</summary>
    public required string Subject { get; init; }

    /// <summary>The details, as text or JSON; no secrets.</summary>
    public string? Payload { get; private set; }

    /// <summary>An <see cref="AlertSeverity"/>.</summary>
    public required short Severity { get; set; }

    /// <summary>One of <see cref="AlertState"/>.</summary>
    public string State { get; private set; } = AlertState.Open;

    /// <summary>How often it has happened while it was open.</summary>
    public int Times { get; private set; } = 1;

    /// <summary>What became of the post to the organization's address; null where none was asked for.</summary>
    public string? Posted { get; private set; }

    public string? PostMessage { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public override EntityCard Card() => new(Subject, State == AlertState.Open ? "Open alert" : "Settled alert") { StaffText = Payload ?? "" };

    /// <summary>It happened, for the first time or again.</summary>
    public void Tell(string? payload) => Payload = payload;

    /// <summary>It happened again before anybody settled it.</summary>
    public void Repeat(string? payload, short severity)
    {
        Times++;
        Payload = payload;
        Severity = Math.Max(Severity, severity);
    }

    /// <summary>Nothing is left to do.</summary>
    public void Settle(DateTimeOffset now)
    {
        State = AlertState.Settled;
        SettledAt = now;
    }

    /// <summary>Says what became of its post.</summary>
    public void Post(string state, string? message) => (Posted, PostMessage) = (state, message);
}
