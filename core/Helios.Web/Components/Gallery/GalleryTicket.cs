namespace Helios.Web.Components.Gallery;

/// <summary>A ticket of the sample.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Requester">Who needs it.</param>
/// <param name="Assignee">Who takes care of it.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="State">The state in words.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="MinutesAgo">When it was changed.</param>
public sealed record GalleryTicket(string Key, string Subject, string? Requester, string? Assignee, PriorityLevel Priority, string State, StateShape Shape, int MinutesAgo);
