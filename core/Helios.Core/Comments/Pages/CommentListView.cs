namespace Helios.Core.Comments.Pages;

/// <summary>The page of a record's comments.</summary>
/// <param name="Comments">The comments.</param>
/// <param name="Href">The record's page.</param>
public sealed record CommentListView(CommentsView Comments, string Href);
