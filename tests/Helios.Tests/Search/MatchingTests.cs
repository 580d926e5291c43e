using Helios.Kernel.Scopes;
using Helios.Kernel.Search;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Helios.Tests.Search;

public sealed class MatchingTests(EverywhereHouse house) : IClassFixture<EverywhereHouse>
{
    [Fact]
    public async Task A_list_is_filtered_by_words_in_one_statement()
    {
        var me = Guid.CreateVersion7();
        await house.Gadget("Paper jam upstairs", me);
        await house.Gadget("Paper order");
        Assert.Equal(["Paper jam upstairs"], await Names("jam paper", house.As(Roles.ItStaff)));
        Assert.Equal(2, (await Names("paper", house.As(Roles.ItStaff))).Count);
        Assert.Equal(["Paper jam upstairs"], await Names("paper", house.As(Roles.User, me)));
        Assert.Empty(await Names("papper", house.As(Roles.ItStaff)));
        Assert.Empty(await Names("paper", house.As(Roles.ItStaff, organization: house.Aster)));
    }

    [Fact]
    public async Task A_key_among_the_words_is_found()
    {
        var gadget = await house.Gadget("Numbered");
        var key = await house.One<string>("select key from entity where id = $1", Guid.Parse(gadget.Text));
        Assert.Equal(["Numbered"], await Names(key!, house.As(Roles.ItStaff)));
    }

    [Fact]
    public async Task What_matches_can_be_excluded()
    {
        await house.Gadget("Heron one");
        await house.Gadget("Heron two");
        var staff = house.As(Roles.ItStaff);
        await using var db = house.Context(staff);
        var matches = db.Matching("gadget", "two", isStaff: true, ReaderTokens.Of(staff.Actor)).Select(match => match.Id);
        var names = await db.Set<Gadget>().Where(row => row.Name.StartsWith("Heron") && !matches.Contains(row.Id)).Select(row => row.Name)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["Heron one"], names);
    }

    async Task<List<string>> Names(string words, Scope scope)
    {
        await using var db = house.Context(scope);
        var matches = db.Matching("gadget", words, scope.Actor.IsStaff, ReaderTokens.Of(scope.Actor)).Select(match => match.Id);
        return await db.Set<Gadget>().Where(row => matches.Contains(row.Id)).OrderBy(row => row.Name).Select(row => row.Name)
            .ToListAsync(TestContext.Current.CancellationToken);
    }
}
