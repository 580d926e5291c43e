using Xunit;

namespace Helios.Tests.Growing;

/// <summary>Everything that is declared can be run with a generated input; without that the other suites would guard nothing.</summary>
public sealed class SampleTests(GrowingHouse house) : IClassFixture<GrowingHouse>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_command_and_query_has_a_sample_that_succeeds(bool isFull)
    {
        List<string> violations = [];
        foreach (var declared in house.Everything)
        {
            var sampler = new Sampler(house, house.Larkspur, house.Larkspur.Owner);
            var outcome = await Samples.Run(sampler, declared, isFull && declared.IsCommand);
            if (!outcome.Succeeded)
                violations.Add(Samples.Complaint(declared, outcome.Problem));
        }

        Verdict.Clean(violations);
    }
}
