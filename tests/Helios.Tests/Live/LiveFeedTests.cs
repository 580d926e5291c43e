using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Live;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Live;

public sealed class LiveFeedTests(GadgetHouse house) : IClassFixture<GadgetHouse>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    LiveFeed Feed => house.Services.GetRequiredService<LiveFeed>();

    [Fact]
    public async Task Staff_read_every_change_in_order_and_another_organization_none_of_them()
    {
        var from = await Feed.End(house.As(Roles.ItStaff), Stop);
        var added = (await house.Do(new AddGadget("seen"), house.As(Roles.Owner))).Expect();
        (await house.Do(new NoteGadget(new EntityRef<Gadget>(added.Key), "Internal"), house.As(Roles.Owner))).Expect();
        await Seal();

        var page = await Feed.Read(house.As(Roles.ItStaff), from, Stop);

        Assert.Equal([new LiveChange(from + 1, "gadget", added.Id, added.Key), new LiveChange(from + 2, "gadget", added.Id, added.Key)], page.Changes);
        Assert.Equal((from + 2, false), (page.Seq, page.HasMore));
        Assert.Empty((await Feed.Read(house.As(Roles.ItStaff, house.Aster), 0, Stop)).Changes);
    }

    [Fact]
    public async Task A_user_reads_what_is_his_and_for_his_eyes_and_goes_on_behind_the_rest()
    {
        var me = Guid.CreateVersion7();
        var from = await Feed.End(house.As(Roles.ItStaff), Stop);
        var mine = (await house.Do(new AddGadget("my own", me), house.As(Roles.Owner))).Expect();
        (await house.Do(new NoteGadget(new EntityRef<Gadget>(mine.Key), "Internal"), house.As(Roles.Owner))).Expect();
        (await house.Do(new AddGadget("theirs", Guid.CreateVersion7()), house.As(Roles.Owner))).Expect();
        await Seal();

        var page = await Feed.Read(house.As(Roles.User, user: me), from, Stop);

        Assert.Equal(mine.Key, Assert.Single(page.Changes).Key);
        Assert.Equal(from + 3, page.Seq);
        Assert.Empty((await Feed.Read(house.As(Roles.User, user: Guid.CreateVersion7()), from, Stop)).Changes);
        Assert.Empty((await Feed.Read(house.As(Roles.User), from, Stop)).Changes);
    }

    [Fact]
    public async Task A_module_that_is_off_names_nothing()
    {
        (await house.Do(new AddGadget("hidden"), house.As(Roles.Owner))).Expect();
        await Seal();
        var off = house.As(Roles.Owner, house.Larkspur with { ModulesOff = new HashSet<string>(StringComparer.Ordinal) { "gadgets" } });

        Assert.Empty((await Feed.Read(off, 0, Stop)).Changes);
    }

    Task<int> Seal() => house.Services.GetRequiredService<Sealer>().SealAll(Stop);
}
