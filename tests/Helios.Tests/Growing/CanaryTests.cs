using Xunit;

namespace Helios.Tests.Growing;

[Collection(GrowingSuites.Name)]
public sealed class CanaryTests(GrowingHouse house)
{
    [Fact]
    public async Task A_secret_that_is_sent_stands_nowhere_in_clear() => Verdict.Clean(await new CanaryRules(house).Violations(house.Everything));
}
