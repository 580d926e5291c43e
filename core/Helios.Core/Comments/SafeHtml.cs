using System.Collections.Frozen;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Helios.Core.Comments;

/// <summary>Lets through of foreign HTML what is on its list and nothing else: no scripts, handlers, styles, frames, forms or pictures from elsewhere.</summary>
public static class SafeHtml
{
    static readonly FrozenSet<string> Allowed = FrozenSet.ToFrozenSet(
        ["p", "br", "hr", "strong", "b", "em", "i", "del", "ins", "s", "sub", "sup", "mark", "code", "pre", "blockquote", "ul", "ol", "li", "a",
         "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"], StringComparer.Ordinal);

    /// <summary>Gone with everything in them; of other elements the content stays.</summary>
    static readonly FrozenSet<string> Dropped = FrozenSet.ToFrozenSet(
        ["script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "template", "noscript", "noembed", "noframes", "svg", "math",
         "title", "head", "meta", "link", "base", "xmp", "plaintext", "textarea", "select", "option", "button", "input", "form", "audio", "video"], StringComparer.Ordinal);

    static readonly string[] Schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeMailto];

    /// <summary>The harmless part of a fragment of HTML.</summary>
    /// <param name="html">The fragment.</param>
    /// <param name="text">May put harmless parts of its own into the place of a text; null for none.</param>
    public static string Of(string html, Action<IText>? text = null)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument("<!doctype html><body></body>");
        var body = document.Body!;
        body.InnerHtml = html;
        Clean(body);
        foreach (var part in text is null ? [] : body.Descendants<IText>().ToList())
            text!(part);
        return body.InnerHtml;
    }

    /// <summary>Walks with a list of its own: nesting as deep as an attacker likes costs no stack.</summary>
    static void Clean(IElement root)
    {
        var waiting = new Stack<INode>(root.ChildNodes);
        while (waiting.TryPop(out var node))
        {
            if (node is not IElement element)
            {
                if (node is not IText)
                    node.RemoveFromParent();
                continue;
            }

            foreach (var child in element.ChildNodes)
                waiting.Push(child);
            if (IsForeign(element) || Dropped.Contains(element.LocalName))
                element.Remove();
            else if (element.LocalName is "img")
                Name(element);
            else if (!Allowed.Contains(element.LocalName))
                Unwrap(element);
            else
                Strip(element);
        }
    }

    static bool IsForeign(IElement element) => !string.Equals(element.NamespaceUri, NamespaceNames.HtmlUri, StringComparison.Ordinal);

    /// <summary>A picture from elsewhere would tell its owner who reads: its name stands for it.</summary>
    static void Name(IElement picture) => picture.Replace(picture.Owner!.CreateTextNode(picture.GetAttribute("alt") ?? ""));

    static void Unwrap(IElement element) => element.Replace([.. element.ChildNodes]);

    static void Strip(IElement element)
    {
        var address = element.LocalName is "a" ? element.GetAttribute("href") : null;
        var start = element.LocalName is "ol" && int.TryParse(element.GetAttribute("start"), CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        foreach (var attribute in element.Attributes.ToList())
            element.RemoveAttribute(attribute.NamespaceUri!, attribute.LocalName);
        if (start is { } first)
            element.SetAttribute("start", first.ToString(CultureInfo.InvariantCulture));
        if (address is null || !IsSafe(address))
            return;
        element.SetAttribute("href", address);
        element.SetAttribute("rel", "nofollow noopener noreferrer");
    }

    /// <summary>An absolute web or mail address, or a page of this house.</summary>
    static bool IsSafe(string address) =>
        address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl)
        || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme, StringComparer.Ordinal) && !address.StartsWith('/'));
}
