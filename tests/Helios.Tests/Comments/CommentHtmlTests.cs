using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Helios.Core.Comments;
using Xunit;

namespace Helios.Tests.Comments;

public sealed class CommentHtmlTests
{
    static readonly string[] Pieces =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<a href='javascript:alert(1)'>x</a>", "<a href=' \tjava\nscript:alert(1)'>x</a>",
        "<a href=data:text/html,x>x</a>", "<a href=//evil.example>x</a>", "<a href=/\\evil.example>x</a>", "<p style='background:url(//x)'>", "<p onclick=alert(1)>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<table><tr><td>",
        "<template><script>alert(1)</script></template>", "<base href=//x>", "<form action=//x><input>", "<!--><img src=x onerror=alert(1)>-->", "<![CDATA[<b>]]>",
        "<xmp><p title='</xmp><script>x</script>'>", "<textarea></p><script>x</script>", "<a xlink:href='javascript:x'>", "<b><i></b></i>", "</p>", "<p>", "<ul><li>",
        "[x](javascript:alert(1))", "[x](JaVaScRiPt&#58;alert(1))", "[x](vbscript:x)", "![x](https://evil.example/pixel.png)", "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]", "[a](https://example.com \"onmouseover=alert(1)\")", "`<script>`", "```\n<script>\n```\n", "| a | b |\n|---|:-:|\n| 1 | 2 |\n",
        "https://example.com/a?b=<script>", "&lt;script&gt;", "&#x3c;script&#x3e;", "**bold**", "\n\n", " ", "text", "> ", "* ", "1. ", "\0", "\u202e", "<", ">", "\"", "'", "&",
    ];

    static readonly HashSet<string> Attributes = new(["href", "rel", "start"], StringComparer.Ordinal);

    static Arbitrary<string> Texts => Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Fact]
    public void Markdown_never_becomes_anything_that_runs() => Prop.ForAll(Texts, text => IsHarmless(CommentHtml.Of(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Foreign_html_never_becomes_anything_that_runs() => Prop.ForAll(Texts, text => IsHarmless(SafeHtml.Of(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Any_text_at_all_is_harmless() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => IsHarmless(CommentHtml.Of(text.Get)) && IsHarmless(SafeHtml.Of(text.Get))).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Each_trick_alone_is_harmless() => Assert.All(Pieces, piece => Assert.True(IsHarmless(SafeHtml.Of(piece)) && IsHarmless(CommentHtml.Of(piece)), piece));

    [Theory]
    [InlineData("a **b** `c`", "<p>a <strong>b</strong> <code>c</code></p>")]
    [InlineData("one\ntwo", "<p>one<br>\ntwo</p>")]
    [InlineData("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>")]
    [InlineData("see https://example.com", "<p>see <a href=\"https://example.com\" rel=\"nofollow noopener noreferrer\">https://example.com</a></p>")]
    [InlineData("[x](javascript:alert(1))", "<p><a>x</a></p>")]
    [InlineData("[x](/larkspur/home)", "<p><a href=\"/larkspur/home\" rel=\"nofollow noopener noreferrer\">x</a></p>")]
    [InlineData("![a cat](https://example.com/cat.png)", "<p>a cat</p>")]
    [InlineData("3. c", "<ol start=\"3\">\n<li>c</li>\n</ol>")]
    public void Markdown_reads_as_people_mean_it(string markdown, string html) => Assert.Equal(html, CommentHtml.Of(markdown).Trim());

    [Theory]
    [InlineData("<center>kept</center>", "kept")]
    [InlineData("<b onclick=x>bold</b>", "<b>bold</b>")]
    [InlineData("<style>p{}</style>text", "text")]
    public void What_is_not_on_the_list_goes_and_its_text_stays(string html, string left) => Assert.Equal(left, SafeHtml.Of(html));

    [Fact]
    public void Deep_nesting_costs_no_stack()
    {
        Assert.True(IsHarmless(CommentHtml.Of(new string('>', 20_000))));
        Assert.True(IsHarmless(CommentHtml.Of(string.Concat(Enumerable.Repeat("[", 20_000)))));
        Assert.True(IsHarmless(SafeHtml.Of(string.Concat(Enumerable.Repeat("<center><b>", 300)) + "x")));
    }

    /// <summary>Parsed anew, as a browser does with scripting on.</summary>
    static bool IsHarmless(string html)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument($"<body>{html}</body>");
        return document.All.All(element => element.LocalName switch
        {
            "html" or "head" or "body" => element.Attributes.Length == 0,
            "script" or "style" or "img" or "svg" or "math" or "iframe" or "object" or "embed" or "form" or "input" or "base" or "link" or "meta" or "template" => false,
            _ => element.Attributes.All(attribute => Attributes.Contains(attribute.Name))
                && (element.GetAttribute("href") is not { } address || IsHarmlessAddress(address)),
        });
    }

    static bool IsHarmlessAddress(string address) =>
        address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal));
}
