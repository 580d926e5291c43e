using Xunit;

namespace Helios.Tests.Growing;

[Collection(GrowingSuites.Name)]
public sealed class CompletionTests(GrowingHouse house)
{
    [Fact]
    public async Task Every_filter_field_completes_and_what_is_offered_can_be_asked() => Verdict.Clean(await new CompletionRules(house).Violations());
}
