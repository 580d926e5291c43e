using Xunit;

namespace Helios.Tests.Growing;

[Collection(GrowingSuites.Name)]
public sealed class PartTests(GrowingHouse house)
{
    [Fact]
    public async Task Each_kinds_page_shows_what_modules_add_to_it() => Verdict.Clean(await new PartRules(house).Violations());
}
