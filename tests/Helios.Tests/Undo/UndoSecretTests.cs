using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Xunit;

namespace Helios.Tests.Undo;

public sealed class UndoSecretTests(GadgetHouse house) : IClassFixture<GadgetHouse>
{
    [Fact]
    public async Task A_secret_is_not_in_the_history_so_its_row_can_be_removed_and_not_brought_back()
    {
        var report = new CommandReport();
        var added = (await house.Do(new AddGadget("safe", Code: "s3cret"), house.As(Roles.Owner), new CommandOptions { Report = report })).Expect();

        var removed = new CommandReport();
        Assert.True((await house.Do(new TakeBackGadget(report.Run!.Value.ToString()), house.As(Roles.Owner), new CommandOptions { Report = removed })).Succeeded);
        Assert.Equal(0L, await house.One<long>("select count(*) from gadget where id = $1", added.Id));

        var again = await house.Do(new TakeBackGadget(removed.Run!.Value.ToString()), house.As(Roles.Owner));
        Assert.Equal("undo.run.secret", again.Problem!.Code);
    }

    [Fact]
    public async Task A_declaration_says_why_not()
    {
        var added = (await house.Do(new AddGadget("left boot"), house.As(Roles.Owner))).Expect();
        var other = (await house.Do(new AddGadget("right boot"), house.As(Roles.Owner))).Expect();
        var report = new CommandReport();
        await Task.WhenAll(
            house.Do(new SwapGadgets(new EntityRef<Gadget>(added.Key), other.Id, "left"), house.As(Roles.Owner), new CommandOptions { Report = report }),
            house.Do(new SwapGadgets(new EntityRef<Gadget>(other.Key), added.Id, "right"), house.As(Roles.Owner)));

        Assert.False(report.CanUndo);
        var refused = (await house.Do(new TakeBackGadget(report.Run!.Value.ToString()), house.As(Roles.Owner))).Problem!;
        Assert.Equal(("undo.run.not_undoable", "Swap them once more instead."), (refused.Code, refused.Text));
    }

    [Fact]
    public async Task A_command_of_its_own_shape_is_undone_by_its_inverse()
    {
        var added = (await house.Do(new AddGadget("horn"), house.As(Roles.Owner))).Expect();
        var report = new CommandReport();
        (await house.Do(new NoteGadget(new EntityRef<Gadget>(added.Key), "Loud."), house.As(Roles.Owner), new CommandOptions { Report = report })).Expect();

        (await house.Do(new TakeBackGadget(report.Run!.Value.ToString()), house.As(Roles.Owner))).Expect();

        Assert.Equal("Taken back: Loud.", await house.One<string>("select text from gadget_note where entity_id = $1", added.Id));
    }
}
