namespace Helios.Benchmarks.Filling;

/// <summary>A comment to be filled in.</summary>
sealed record CommentRow(Guid Id, string Body, bool IsPublic, PersonRow Author, DateTime CreatedAt);
