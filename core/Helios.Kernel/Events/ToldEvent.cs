namespace Helios.Kernel.Events;

/// <summary>An event as the command that wrote it knows it.</summary>
/// <param name="Action">What happened, such as TicketAssigned.</param>
/// <param name="Kind">The kind of the entity.</param>
/// <param name="Id">The entity.</param>
/// <param name="Key">Its key; of a new one in a dry run a stand-in that begins with 0.</param>
/// <param name="Title">Its title afterwards.</param>
/// <param name="Audience">Who may read it: <c>internal</c> (staff) or <c>requester</c>.</param>
/// <param name="Changes">Field by field, old and new.</param>
public sealed record ToldEvent(string Action, string Kind, Guid Id, string Key, string Title, string Audience, IReadOnlyList<FieldChange> Changes);
