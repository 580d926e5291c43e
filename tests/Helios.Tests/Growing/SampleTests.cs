using Xunit;

namespace Helios.Tests.Growing;

/// <summary>Everything that is declared can be run with a generated input; without that the other suites would guard nothing.</summary>
[Collection(GrowingSuites.Name)]
public sealed class SampleTests(GrowingHouse house)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_command_and_query_has_a_sample_that_succeeds(bool isFull) => Verdict.Clean(await SampleRules.Violations(house, house.Everything, isFull));
}
