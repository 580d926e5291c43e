using Xunit;

namespace Helios.Tests.Growing;

[Collection(GrowingSuites.Name)]
public sealed class PermissionTests(GrowingHouse house)
{
    [Fact]
    public async Task Declaration_and_role_decide_who_may_do_what() => Verdict.Clean(await PermissionRules.Violations(house, house.Everything));

    [Fact]
    public async Task What_a_switched_off_module_declares_is_not_found() => Verdict.Clean(await PermissionRules.StillOn(house));
}
