using Xunit;

namespace Helios.Tests.Growing;

[Collection(GrowingSuites.Name)]
public sealed class DoorTests(GrowingHouse house)
{
    [Fact]
    public void Each_declaration_has_a_REST_route_or_says_why_not() => Verdict.Clean(new DoorRules(house).Rest());

    [Fact]
    public void What_stands_in_a_REST_address_is_the_target_of_the_input() => Verdict.Clean(new DoorRules(house).Parameters());

    [Fact]
    public async Task The_API_description_holds_every_route() => Verdict.Clean(new DoorRules(house).Undescribed((await new DoorRules(house).Description())["paths"]!.AsObject()));

    [Fact]
    public async Task Each_conflict_names_a_field_as_it_is_sent() => Verdict.Clean(await new DoorRules(house).Conflicts());

    [Fact]
    public void Each_permission_is_asked_for() => Verdict.Clean(new DoorRules(house).Idle());

    [Fact]
    public void Every_entry_leads_to_a_page() => Verdict.Clean(new DoorRules(house).DeadEnds());
}
