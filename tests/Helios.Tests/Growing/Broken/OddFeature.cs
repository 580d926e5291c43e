using Helios.Core.Identity.Accounts;
using Helios.Kernel.Filtering;
using Helios.Kernel.Modules;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Web.Pages;

namespace Helios.Tests.Growing.Broken;

public sealed class OddFeature : Feature
{
    const string Use = "oddities:use";

    public override string Name => "oddities";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Table(OddityTable.Map);
        feature.Kind<Oddity>("oddity", "O", ("Oddity", "Oddities"), "box", "/oddities/{key}").VisibleToStaff();
        feature.Permission(Use, "Use oddities", Roles.ItStaff, Roles.User);
        feature.Permission("oddities:idle", "Nothing");
        // Rows of every organization: the platform's tables have no wall.
        feature.Row<Account>("account", (rows, actor) => rows);
        feature.Command<AddOddity>("oddities.add", Use, "OddityAdded");
        feature.Command<AddOddAccount>("oddities.add_account", Use, "OddAccountAdded").NoRest("It is odd.");
        feature.Command<PokeAccount>("oddities.poke_account", Use, "AccountPoked").NoRest("It is odd.");
        feature.Command<ForgetOddity>("oddities.forget", Use, "OddityForgotten").NoRest("It is odd.");
        feature.Command<RenameOddity>("oddities.rename", Use, "OddityRenamed").NoRest("It is odd.");
        feature.Command<RefuseOddity>("oddities.refuse", Use, "OddityRefused").NoRest("It is odd.");
        feature.Query<PeekOddities>("oddities.peek", Use).NoRest("It is odd.");
        feature.Query<GetOddity>("oddities.get", Use).Rest("GET /oddities/{oddity}");
        feature.Query<ListOddities>("oddities.list", Use).Rest("GET /oddities");
        feature.Contribute(new ListDeclaration<Oddity>(
            typeof(ListOddities),
            EntityFields.Of<Oddity>("oddity").Number("weight", row => row.Weight),
            new SortKeys<Oddity>(row => row.Id).By("name", row => row.Name).By("mood", row => row.Mood)));
        feature.Contribute(new OddPages());
        feature.Contribute(new Place("Inventory", "Oddities", "/oddities", Use));
    }
}
