namespace Helios.Web.Components.Conversation;

/// <summary>Who reads a message. Frame, fill, icon, words and button differ for each, so that they are never mixed up.</summary>
public enum Audience
{
    /// <summary>Written by the requester.</summary>
    Requester,

    /// <summary>A reply by staff that the requester reads.</summary>
    Public,

    /// <summary>A note that only staff read.</summary>
    Internal,
}
