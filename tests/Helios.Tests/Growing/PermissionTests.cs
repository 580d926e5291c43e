using Xunit;

namespace Helios.Tests.Growing;

public sealed class PermissionTests(GrowingHouse house) : IClassFixture<GrowingHouse>
{
    [Fact]
    public async Task Declaration_and_role_decide_who_may_do_what() => Verdict.Clean(await PermissionRules.Violations(house));

    [Fact]
    public async Task What_a_switched_off_module_declares_is_not_found() => Verdict.Clean(await PermissionRules.StillOn(house));
}
