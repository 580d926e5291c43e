using Helios.Core;
using Helios.Itsm;
using Helios.Kernel.Modules;
using Helios.Tests.Fixtures;
using Helios.Web.Pages;
using Xunit;

namespace Helios.Tests.Growing;

public sealed class ScreenTests
{
    static Registry Real => Registry.Build([new CoreModule(), new ItsmModule()]);

    static Registry Clashing => Registry.Build(
        [new CoreModule(), new ItsmModule(), new OneModule(feature => feature.Contribute(new NewItem("New lamp", "oil-lamp", "/lamps/new", "shelves:write", "c t")))]);

    static Registry ClashingOnOneKind => Registry.Build(
    [
        new CoreModule(), new ItsmModule(),
        new OneModule(feature => feature.Contribute(new EntityAction(null, "Weigh", "shelves:write", record => $"/weigh/{record.Key}") { Keys = "n" })),
    ]);

    [Fact]
    public void Every_icon_is_drawn() => Verdict.Clean(ScreenRules.UnknownIcons(Real));

    [Fact]
    public void All_keys_lead_to_one_place() => Verdict.Clean(ScreenRules.KeysTwice(Real));

    [Fact]
    public void An_icon_that_is_not_there_is_found() => Verdict.Finds(ScreenRules.UnknownIcons(Clashing), "“New lamp” has the icon oil-lamp");

    [Fact]
    public void Keys_that_are_taken_are_found() => Verdict.Finds(ScreenRules.KeysTwice(Clashing), "“c t” leads to");

    [Fact]
    public void Keys_of_every_record_that_one_kind_has_already_are_found() =>
        Verdict.Finds(ScreenRules.KeysTwice(ClashingOnOneKind), "“n” leads to Weigh and to New {ticket}");
}
