using Xunit;

namespace Helios.Tests.Growing;

[Collection(GrowingSuites.Name)]
public sealed class CommentPanelTests(GrowingHouse house)
{
    [Fact]
    public async Task Each_kind_is_commented_on_its_page_and_read_by_those_it_is_for() => Verdict.Clean(await new CommentRules(house).Violations());

    [Fact]
    public void More_than_one_kind_is_tried() => Assert.True(new CommentRules(house).Kinds.Count() > 3);
}
