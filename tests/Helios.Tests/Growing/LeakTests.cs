using Xunit;

namespace Helios.Tests.Growing;

[Collection(GrowingSuites.Name)]
public sealed class LeakTests(GrowingHouse house)
{
    [Fact]
    public async Task What_belongs_to_another_organization_is_not_found() => Verdict.Clean(await LeakRules.ForeignReferences(house, house.Everything));

    [Fact]
    public async Task No_answer_holds_an_id_or_a_key_of_another_organization() => Verdict.Clean(await LeakRules.ForeignAnswers(house, house.Everything));

    [Fact]
    public async Task Row_level_security_alone_keeps_organizations_apart()
    {
        await Walls.Fill(house);
        Verdict.Clean(await WallRules.Violations(house));
    }
}
