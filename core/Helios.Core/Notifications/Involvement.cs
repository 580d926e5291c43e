namespace Helios.Core.Notifications;

/// <summary>How people are part of the entities of a kind. A feature contributes it for its kind; without one, watchers alone are told.</summary>
/// <param name="Kind">The kind, such as <c>ticket</c>.</param>
public sealed record Involvement(string Kind)
{
    /// <summary>The field that holds who takes care of it, as events name it: <c>assigneeId</c>.</summary>
    public string? AssigneeField { get; init; }

    /// <summary>Whether those who may read it besides staff are told what is meant for them: a ticket's requester.</summary>
    public bool TellsReaders { get; init; }
}
