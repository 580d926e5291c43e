using Helios.Web.Components.Forms;
using Helios.Web.Pages;

namespace Helios.Core.Comments.Pages;

/// <summary>The comments on a record, for its page or for the page of them all.</summary>
/// <param name="Subject">The record.</param>
/// <param name="Root">The organization's address.</param>
/// <param name="Comments">The comments in the order of time.</param>
/// <param name="Now">The moment of the page, in UTC.</param>
public sealed record CommentsView(EntitySubject Subject, string Root, IReadOnlyList<CommentView> Comments, DateTimeOffset Now)
{
    /// <summary>The page with earlier ones; null where these are all.</summary>
    public string? Earlier { get; init; }

    /// <summary>Whether these are earlier ones themselves, below which nobody writes.</summary>
    public bool IsEarlier { get; init; }

    /// <summary>Who can read what the reader writes.</summary>
    public required CommentReaders Readers { get; init; }

    /// <summary>Whether the reader writes here.</summary>
    public required bool CanWrite { get; init; }

    /// <summary>Whether he can attach files.</summary>
    public required bool CanAttach { get; init; }

    /// <summary>Whether he can mention people.</summary>
    public required bool CanMention { get; init; }

    /// <summary>What was typed and refused.</summary>
    public FormState Form { get; init; } = FormState.Fresh;

    /// <summary>The address of the record's comments, where they are posted too.</summary>
    public string Address => $"{Root}/entities/{Subject.Key}/comments";
}
