using AngleSharp.Dom;
using Markdig;

namespace Helios.Core.Comments;

/// <summary>Markdown of people as HTML that a page may hold.</summary>
public static class CommentHtml
{
    /// <summary>HTML in the text stays text; a line break is one, as people mean it in a comment.</summary>
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UseAutoLinks().UsePipeTables().UseEmphasisExtras().UseSoftlineBreakAsHardlineBreak().Build();

    /// <summary>The safe HTML of a Markdown text.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="mentions">Whom it mentions; their marks become chips with their names.</param>
    /// <remarks>Markdown that nests deeper than its reader follows is shown as plain text.</remarks>
    public static string Of(string markdown, IReadOnlyList<MentionView>? mentions = null)
    {
        try
        {
            var html = Markdown.ToHtml(markdown, Pipeline);
            return mentions is { Count: > 0 } ? SafeHtml.Of(html, text => Chips(text, mentions)) : SafeHtml.Of(html);
        }
        catch (ArgumentException)
        {
            return $"<p>{System.Net.WebUtility.HtmlEncode(markdown)}</p>";
        }
    }

    /// <summary>Puts a chip in the place of each mark. Names go in as text, whatever they hold.</summary>
    static void Chips(IText text, IReadOnlyList<MentionView> mentions)
    {
        if (text.Ancestors<IElement>().Any(element => element.LocalName is "a" or "code" or "pre"))
            return;
        var (from, parts) = (0, new List<INode>());
        foreach (var match in MentionText.Key().Matches(text.Data).Cast<System.Text.RegularExpressions.Match>())
        {
            if (mentions.FirstOrDefault(mention => mention.Key == match.Groups["key"].Value) is not { } mention)
                continue;
            parts.Add(text.Owner!.CreateTextNode(text.Data[from..match.Index]));
            parts.Add(Chip(text.Owner, mention));
            from = match.Index + match.Length;
        }

        if (parts.Count == 0)
            return;
        parts.Add(text.Owner!.CreateTextNode(text.Data[from..]));
        text.Replace([.. parts]);
    }

    static IElement Chip(IDocument document, MentionView mention)
    {
        var chip = document.CreateElement(mention.Href is null ? "span" : "a");
        chip.ClassName = "mention";
        if (mention.Href is not null)
            chip.SetAttribute("href", mention.Href);
        chip.TextContent = "@" + mention.Name;
        return chip;
    }
}
