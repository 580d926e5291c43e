using Xunit;

namespace Helios.Tests.Growing;

[Collection(GrowingSuites.Name)]
public sealed class ApiExampleTests(GrowingHouse house)
{
    [Fact]
    public async Task The_example_of_every_read_is_answered() => Verdict.Clean(await new ApiExampleRules(house).Reads());

    [Fact]
    public async Task Every_command_has_an_example_for_a_shell() => Verdict.Clean(await new ApiExampleRules(house).Commands());
}
