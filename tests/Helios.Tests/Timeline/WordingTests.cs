using System.Text.RegularExpressions;
using Helios.Core.Timeline;
using Helios.Tests.Growing;
using Xunit;

namespace Helios.Tests.Timeline;

/// <summary>What timelines, the audit trail and inboxes say of each event is a sentence that somebody would say.</summary>
[Collection(GrowingSuites.Name)]
public sealed partial class WordingTests(GrowingHouse house)
{
    /// <summary>It is told by what it took back.</summary>
    const string Undo = "Undone";

    /// <summary>Words whose participle is their past as well.</summary>
    static readonly string[] AsItWas = ["set", "reset", "read", "made", "sent", "told"];

    [Fact]
    public void An_event_without_words_of_its_own_is_called_by_what_somebody_did_to_something()
    {
        var told = house.Registry.Contributions<EventText>().Select(text => text.Value.Action).ToHashSet(StringComparer.Ordinal);
        var odd = house.Registry.Commands.Select(command => command.Happened).Where(action => action is not Undo && !told.Contains(action) && !IsSpoken(action)).Distinct();
        Assert.Equal([], odd.Select(action => $"{action} ends with no past tense, as TicketClosed would: give it an EventText."));
    }

    static bool IsSpoken(string action)
    {
        var words = Word().Matches(action).Select(word => word.Value.ToLowerInvariant()).ToList();
        return words.Count > 1 && (words[^1].EndsWith("ed", StringComparison.Ordinal) || AsItWas.Contains(words[^1], StringComparer.Ordinal));
    }

    [GeneratedRegex("[A-Z][a-z]*", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
