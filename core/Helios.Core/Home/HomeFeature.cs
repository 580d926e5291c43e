using Helios.Core.Home.Queries;
using Helios.Core.Identity;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Web.Pages;

namespace Helios.Core.Home;

/// <summary>The first page: what to do first, then what waits.</summary>
public sealed class HomeFeature : Feature
{
    public const string Read = "home:read";

    public override string Name => "home";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission(Read, "See Home", Roles.ItStaff, Roles.User);
        feature.Query<GetBeginnings>("home.beginnings", IdentityFeature.Manage).NoRest("It only ticks the first steps on Home.");
        feature.Contribute(new HomePages());
        feature.Contribute(new Place(null, "Home", "", Read) { Icon = "home", Keys = "g h", Order = 0, Quick = true });
        feature.Contribute(new HomeStep("Import {user+}", "Bring in who works here from a CSV file, as your directory or asset tool exports it.", "people", "/people/import", "users:write", async request => (await Beginnings(request)).HasPeople) { Order = 20 });
        feature.Contribute(new HomeStep("Import {location+}", "Sites, buildings and rooms, so that everybody and every device has a place.", "location", "/locations/import", "locations:write", async request => (await Beginnings(request)).HasLocations) { Order = 10 });
        feature.Contribute(new HomeStep("Invite a colleague", "Make a one-time link on the page of the {user}.", "user-add", "/people", IdentityFeature.Manage, async request => (await Beginnings(request)).HasInvited) { Order = 30 });
    }

    /// <summary>What every step looks at.</summary>
    static async Task<GetBeginnings.Result> Beginnings(PageRequest request) => (await request.AskOnce(new GetBeginnings())).Expect();
}
