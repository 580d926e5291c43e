using System.Net;
using Xunit;

namespace Helios.Tests.Growing;

[Collection(GrowingSuites.Name)]
public sealed class PeekTests(GrowingHouse house)
{
    [Fact]
    public async Task The_page_of_each_kind_can_be_peeked_at() => Verdict.Clean(await new PeekRules(house).Violations());

    [Fact]
    public async Task What_is_not_there_says_so_in_the_panel()
    {
        var missing = await new PeekRules(house).Missing();
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        Assert.StartsWith("<turbo-frame id=\"peek\"", missing.Html.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("Nothing here", missing.Html, StringComparison.Ordinal);
    }
}
