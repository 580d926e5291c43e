namespace Helios.Core.Comments;

/// <summary>Contributed: a kind whose comments are notes of staff for staff, though whom a record is about sees it himself. What the team writes down about a person is not for that person.</summary>
/// <param name="Kind">The kind's name.</param>
public sealed record StaffNotes(string Kind);
