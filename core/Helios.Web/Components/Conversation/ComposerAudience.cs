namespace Helios.Web.Components.Conversation;

/// <summary>For whom a composer writes.</summary>
public enum ComposerAudience
{
    /// <summary>A public reply, or else an internal note.</summary>
    ReplyFirst,

    /// <summary>An internal note, or else for everybody.</summary>
    NotesFirst,

    /// <summary>Internal notes alone: somebody else sees the record, and is told that he does not see these.</summary>
    Notes,

    /// <summary>Nobody but the team sees the record, so nothing is said about readers.</summary>
    Team,

    /// <summary>For everybody who sees the record: its author knows nothing of internal notes.</summary>
    Public,
}
