using Helios.Core.Search;

namespace Helios.Core.Links;

/// <summary>A link as one of its ends shows it.</summary>
/// <param name="Id">The link, by which it can be changed, ended and removed.</param>
/// <param name="Relation">The relation's name.</param>
/// <param name="IsReverse">Whether this end says the relation's reverse name.</param>
/// <param name="Wording">How this end says it, such as “related to”.</param>
/// <param name="Note">What to know about the connection.</param>
/// <param name="Since">The first day on which it held, or null.</param>
/// <param name="Until">The day on which it ended or will end, or null.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Other">The other end.</param>
public sealed record LinkView(
    Guid Id, string Relation, bool IsReverse, string Wording, string? Note, DateOnly? Since, DateOnly? Until, DateTimeOffset CreatedAt, EntityView Other);
