using Markdig;

namespace Helios.Core.Comments;

/// <summary>Markdown of people as HTML that a page may hold.</summary>
public static class CommentHtml
{
    /// <summary>HTML in the text stays text; a line break is one, as people mean it in a comment.</summary>
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UseAutoLinks().UsePipeTables().UseEmphasisExtras().UseSoftlineBreakAsHardlineBreak().Build();

    /// <summary>The safe HTML of a Markdown text.</summary>
    /// <remarks>Markdown that nests deeper than its reader follows is shown as plain text.</remarks>
    public static string Of(string markdown)
    {
        try
        {
            return SafeHtml.Of(Markdown.ToHtml(markdown, Pipeline));
        }
        catch (ArgumentException)
        {
            return $"<p>{System.Net.WebUtility.HtmlEncode(markdown)}</p>";
        }
    }
}
