using FsCheck;
using FsCheck.Fluent;
using Helios.Core.Search.Queries;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Kernel.Search;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Search;

public sealed class SearchPropertyTests(EverywhereHouse house) : IClassFixture<EverywhereHouse>
{
    [Fact]
    public void Folding_twice_changes_nothing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>().Filter(text => IsWhole(text.Get)), text =>
            string.Equals(Folding.Of(Folding.Of(text.Get)), Folding.Of(text.Get), StringComparison.Ordinal)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_cursor_reads_what_it_wrote() =>
        Prop.ForAll(ArbMap.Default.ArbFor<DateTimeOffset>(), ArbMap.Default.ArbFor<Guid>(), (moment, id) =>
            MomentCursor.Read(new MomentCursor(moment, id).ToString()) is { } read && read.Moment == moment && read.Id == id).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_breaks_a_cursor() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => MomentCursor.Read(text.Get) is not { } read || string.Equals(read.ToString(), text.Get, StringComparison.Ordinal)).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Whatever_is_typed_search_answers()
    {
        await house.Gadget("Something to find");
        foreach (var typed in ArbMap.Default.GeneratorFor<NonNull<string>>().Sample(100).Select(text => text.Get).Where(IsWhole))
        {
            var outcome = await house.Ask(new SearchEverything(typed.Length > 200 ? typed[..200] : typed), house.As(Roles.ItStaff));
            Assert.True(outcome.Succeeded || outcome.Problem.Fields.Count > 0, typed);
        }
    }

    /// <summary>Half a surrogate pair never comes through a door: JSON and addresses refuse it.</summary>
    static bool IsWhole(string text) => !text.Any(char.IsSurrogate);
}
