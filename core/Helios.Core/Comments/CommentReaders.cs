namespace Helios.Core.Comments;

/// <summary>Who can read what somebody writes on a record of a kind.</summary>
public enum CommentReaders
{
    /// <summary>He writes nothing here and there is nothing for him to read.</summary>
    None,

    /// <summary>The team, since nobody else sees records of the kind.</summary>
    Team,

    /// <summary>The team alone, though somebody else sees the record.</summary>
    Notes,

    /// <summary>The team, or everybody who sees the record: staff choose.</summary>
    Chosen,

    /// <summary>Everybody who sees the record: its author is no staff.</summary>
    Everybody,
}
