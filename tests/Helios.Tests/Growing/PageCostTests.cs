using Xunit;

namespace Helios.Tests.Growing;

[Collection(GrowingSuites.Name)]
public sealed class PageCostTests(GrowingHouse house)
{
    [Fact]
    public async Task The_page_of_each_kind_asks_for_each_thing_once() => Verdict.Clean(await new PageCostRules(house).Violations());
}
