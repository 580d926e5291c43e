using Xunit;

namespace Helios.Tests.Growing;

[Collection(GrowingSuites.Name)]
public sealed class UndoTests(GrowingHouse house)
{
    [Fact]
    public async Task The_undo_of_each_command_gives_every_row_back_and_its_undo_does_it_again() => Verdict.Clean(await new UndoRules(house).Violations(house.Everything));

    [Fact]
    public async Task A_dry_run_of_each_command_changes_nothing_and_tells_what_a_real_one_does() => Verdict.Clean(await new DryRunRules(house).Violations(house.Everything));
}
