using Helios.Web.Components.Conversation;
using Helios.Web.Components.Forms;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Helios.Tests.Components;

/// <summary>Public and internal must never be mixed up.</summary>
public sealed class ConversationTests
{
    [Fact]
    public async Task A_requester_sees_no_trace_of_internal_notes_in_his_composer()
    {
        var document = await Rendered.Component<ReplyComposer>(("Action", "/reply"), ("DraftKey", "T-1"), ("Writes", ComposerAudience.Public));

        Assert.Equal("requester", document.QuerySelectorAll("input[name=audience]").Single().GetAttribute("value"));
        Assert.DoesNotContain("nternal", document.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_that_was_refused_comes_back_as_a_note()
    {
        var refused = new FormState
        {
            Values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["audience"] = "internal", ["body"] = "for us" },
            Errors = new Dictionary<string, string>(StringComparer.Ordinal) { ["body"] = "Too long." },
        };
        var document = await Rendered.Component<ReplyComposer>(("Action", "/reply"), ("DraftKey", "T-1"), ("State", refused));

        Assert.Equal("internal", document.QuerySelector("input[name=audience][checked]")?.GetAttribute("value"));
        Assert.Equal("for us", document.QuerySelector("textarea")?.TextContent);
    }

    [Theory]
    [InlineData(Audience.Public, "agent", "Public reply")]
    [InlineData(Audience.Internal, "note", "Internal note, only your team")]
    [InlineData(Audience.Requester, null, "By mail")]
    public async Task A_message_says_in_words_and_in_its_frame_who_reads_it(Audience audience, string? frame, string words)
    {
        var now = new DateTimeOffset(2026, 11, 17, 9, 42, 0, TimeSpan.Zero);
        var document = await Rendered.Component<Message>(
            ("Author", "Priya Nair"), ("Audience", audience), ("Channel", "By mail"), ("Time", now), ("Now", now),
            ("ChildContent", (RenderFragment)(builder => builder.AddContent(0, "Text"))));

        Assert.Equal(words, document.QuerySelector(".audience")?.TextContent);
        Assert.Equal(frame is null ? "msg" : "msg " + frame, document.QuerySelector("article")?.ClassName);
    }
}
