using Helios.Kernel.Filtering;
using Xunit;

namespace Helios.Tests.Filtering;

public sealed class FilterCompletionTests
{
    [Theory]
    [InlineData("|", "state: route: urgency: note: key: holder: sender: updated: due: posted: weight: price: fragile: mark: secret:")]
    [InlineData("ed|", "updated: posted:")]
    [InlineData("s|", "state: sender: secret: posted:")]
    [InlineData("sta|", "state:")]
    [InlineData("-sta|", "state:")]
    [InlineData("(jam OR sta|", "state:")]
    [InlineData("state|", ": !=")]
    [InlineData("weight|", ": != < <= > >=")]
    [InlineData("state:|", "new packed sent lost open")]
    [InlineData("state:o|", "open")]
    [InlineData("-state!=new,s|", "sent")]
    [InlineData("state:\"se|", "sent")]
    [InlineData("jam state:n| weight>5", "new")]
    [InlineData("holder:|", "me none")]
    [InlineData("updated<|", "today yesterday 1h 7d 30d")]
    [InlineData("due<=t|", "today tomorrow")]
    [InlineData("updated:|", "today yesterday")]
    [InlineData("posted<|", "today yesterday 7d 30d")]
    [InlineData("due>=|", "today tomorrow now 3d 2w")]
    [InlineData("fragile:|", "yes no")]
    [InlineData("mark:v|", "vip")]
    [InlineData("nothing:|", "")]
    [InlineData("\"paper |", "")]
    [InlineData("zzz|", "")]
    public void What_could_stand_at_the_caret_is_offered(string text, string offered)
    {
        var caret = text.IndexOf('|', StringComparison.Ordinal);
        var found = FilterCompletion.At(text.Remove(caret, 1), caret, Parcels.Fields.Infos).Select(suggestion => suggestion.Text);
        Assert.Equal(offered, string.Join(' ', found));
    }

    [Fact]
    public async Task Whatever_is_offered_behind_an_operator_is_understood_by_each_sort_of_field()
    {
        Assert.Equal(Enum.GetValues<FilterFieldKind>(), Parcels.Fields.Infos.Select(field => field.Kind).Distinct().Order());
        foreach (var field in Parcels.Fields.Infos)
            foreach (var sign in field.Operators)
                foreach (var offered in FilterCompletion.At(field.Name + sign, field.Name.Length + sign.Length, Parcels.Fields.Infos))
                {
                    var read = await Parcels.Read(field.Name + sign + offered.Text);
                    Assert.True(read.Succeeded, $"{field.Name}{sign}{offered.Text}: {string.Join(' ', read.Problems)}");
                }
    }

    [Theory]
    [InlineData("1h")]
    [InlineData("2026-06-10T14:30")]
    public async Task A_day_refuses_hours_and_names_none(string text)
    {
        var refused = (await Parcels.Read("posted>" + text)).Problems[0];
        Assert.Contains("an age such as 7d", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("4h", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("T14", refused.Text.Replace(text, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jam sta| x", "state:", "jam state: x")]
    [InlineData("state:new,se| x", "sent", "state:new,sent x")]
    [InlineData("-(stat|)", "state:", "-(state:)")]
    [InlineData("weight| x", "<=", "weight<= x")]
    [InlineData("sta|te:new x", "state:", "state:new x")]
    [InlineData("state:ne|w,sent x", "new", "state:new,sent x")]
    [InlineData("state:\"se|nt\" x", "sent", "state:sent x")]
    [InlineData("jam O|", "OR", "jam OR")]
    public void Taking_a_suggestion_replaces_what_was_typed(string text, string taken, string result)
    {
        var caret = text.IndexOf('|', StringComparison.Ordinal);
        text = text.Remove(caret, 1);
        var suggestion = FilterCompletion.At(text, caret, Parcels.Fields.Infos).Single(one => string.Equals(one.Text, taken, StringComparison.Ordinal));
        Assert.Equal(result, text.Remove(suggestion.Position, suggestion.Length).Insert(suggestion.Position, suggestion.Text));
    }
}
