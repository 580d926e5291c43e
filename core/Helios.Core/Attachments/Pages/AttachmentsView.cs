namespace Helios.Core.Attachments.Pages;

/// <summary>The files of a record.</summary>
/// <param name="Key">The record.</param>
/// <param name="Title">Its name.</param>
/// <param name="Href">Its page.</param>
/// <param name="Root">The organization's address.</param>
/// <param name="Files">The files, the newest first.</param>
/// <param name="More">The page with earlier ones; null where these are all.</param>
/// <param name="CanWrite">Whether the reader may attach files.</param>
/// <param name="IsStaff">Whether he chooses who sees them.</param>
/// <param name="Now">The moment of the page, in UTC.</param>
public sealed record AttachmentsView(
    string Key, string Title, string Href, string Root, IReadOnlyList<AttachmentView> Files, string? More, bool CanWrite, bool IsStaff, DateTimeOffset Now)
{
    /// <summary>The address of the record's files.</summary>
    public string Address => $"{Root}/entities/{Key}/attachments";
}
