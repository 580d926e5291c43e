using Xunit;

namespace Helios.Tests.Growing;

[Collection(GrowingSuites.Name)]
public sealed class EventTests(GrowingHouse house)
{
    [Fact]
    public async Task Each_command_tells_what_it_changed_and_no_secret() => Verdict.Clean(await new EventRules(house).Violations(house.Everything));
}
