using Helios.Core;
using Helios.Itsm;
using Helios.Kernel.Modules;
using Helios.Web.Pages;
using Xunit;

namespace Helios.Tests.Growing;

public sealed class ScreenTests
{
    static Registry Real => Registry.Build([new CoreModule(), new ItsmModule()]);

    static Registry Clashing => Registry.Build([new CoreModule(), new ItsmModule(), new ClashingModule()]);

    [Fact]
    public void Every_icon_is_drawn() => Verdict.Clean(ScreenRules.UnknownIcons(Real));

    [Fact]
    public void All_keys_lead_to_one_place() => Verdict.Clean(ScreenRules.KeysTwice(Real));

    [Fact]
    public void An_icon_that_is_not_there_is_found() => Verdict.Finds(ScreenRules.UnknownIcons(Clashing), "“New lamp” has the icon oil-lamp");

    [Fact]
    public void Keys_that_are_taken_are_found() => Verdict.Finds(ScreenRules.KeysTwice(Clashing), "“c t” leads to");

    sealed class ClashingModule : Module
    {
        public override string Id => "clashing";

        public override string Name => "Clashing";

        public override IReadOnlyList<Feature> Features => [new ClashingFeature()];
    }

    sealed class ClashingFeature : Feature
    {
        public override string Name => "clashing";

        public override void Declare(FeatureBuilder feature)
        {
            feature.Permission("lamps:write", "Change lamps");
            feature.Contribute(new NewItem("New lamp", "oil-lamp", "/lamps/new", "lamps:write", "c t"));
        }
    }
}
