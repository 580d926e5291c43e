using Xunit;

namespace Helios.Tests.Growing;

[Collection(GrowingSuites.Name)]
public sealed class ReaderTests(GrowingHouse house)
{
    [Fact]
    public async Task A_requester_is_told_of_his_own_things_only() => Verdict.Clean(await new ReaderRules(house).Violations(house.Everything));

    [Fact]
    public async Task A_requester_finds_nobody_elses_things() => Verdict.Clean(await new ReaderRules(house).Found());

    [Fact]
    public async Task Staff_find_by_an_internal_note_what_a_requester_does_not() => Assert.True(await new ReaderRules(house).StaffFindIt());
}
