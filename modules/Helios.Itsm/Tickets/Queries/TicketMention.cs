namespace Helios.Itsm.Tickets.Queries;

/// <summary>A ticket in one line.</summary>
/// <param name="Key">Such as T-1042.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Status">Its status.</param>
public sealed record TicketMention(string Key, string Subject, string Status);
