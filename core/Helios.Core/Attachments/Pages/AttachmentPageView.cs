using Helios.Core.Attachments.Queries;

namespace Helios.Core.Attachments.Pages;

/// <summary>One file's page.</summary>
/// <param name="Found">The file and where it belongs.</param>
/// <param name="Root">The organization's address.</param>
/// <param name="IsStaff">Whether the page says who sees the file.</param>
/// <param name="Now">The moment of the page, in UTC.</param>
public sealed record AttachmentPageView(GetAttachment.Result Found, string Root, bool IsStaff, DateTimeOffset Now);
