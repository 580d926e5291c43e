using Xunit;

namespace Helios.Tests.Growing;

public sealed class BadInputTests(GrowingHouse house) : IClassFixture<GrowingHouse>
{
    [Fact]
    public async Task Bad_commands_are_refused_in_plain_words() => Verdict.Clean(await Rules(isCommand: true));

    [Fact]
    public async Task Bad_queries_are_refused_in_plain_words() => Verdict.Clean(await Rules(isCommand: false));

    async Task<List<string>> Rules(bool isCommand) =>
        await new BadInputRules(house, await Snapshots.Of(house)).Violations(house.Everything.Where(declared => declared.IsCommand == isCommand));
}
