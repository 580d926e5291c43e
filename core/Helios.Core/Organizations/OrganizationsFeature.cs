using Helios.Core.Organizations.Commands;
using Helios.Core.Organizations.Pages;
using Helios.Core.Organizations.Queries;
using Helios.Core.Settings;
using Helios.Core.Timeline;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Organizations;

/// <summary>The tenant: set-up, its settings, and which modules are on.</summary>
public sealed class OrganizationsFeature : Feature
{
    public const string Read = "organization:read";
    public const string Manage = "organization:manage";
    public const string Modules = "modules:manage";

    public override string Name => "organizations";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Table(OrganizationTables.Map);
        feature.Permission(Read, "See the organization's name and zone", Roles.ItStaff, Roles.User);
        feature.Permission(Manage, "Change the organization's settings");
        feature.Permission(Modules, "Switch modules on and off");
        feature.Unique("organization_slug_key", "slug", "Another organization has this address. Take another.");
        feature.Query<GetOrganization>("organizations.get", Read).Rest("GET /organization");
        feature.Query<ListModules>("modules.list", Manage).Rest("GET /modules");
        feature.Command<SetUp>("organizations.setup", null, "OrganizationSetUp").Guest("setup").Internal().NoRest("The first organization is made in the browser, by a one-time link.").NotUndoable("An organization that was made stays.");
        feature.Command<UpdateOrganization>("organizations.update", Manage, "OrganizationUpdated").Internal().Rest("PATCH /organization").Inverse<OrganizationBack>();
        feature.Command<SwitchModule>("modules.switch", Modules, "ModuleSwitched").Internal().Rest("PUT /modules/{module}").Inverse<ModuleBack>();
        feature.Command<RevealRecoveryCopy>("organizations.reveal_recovery_copy", Manage, "RecoveryCopyShown").Internal().NoRest("The root key is shown to a person, once, on a page.").NotUndoable("What was shown is known.");
        feature.Command<SaveRecoveryCopy>("organizations.save_recovery_copy", Manage, "RecoveryCopySaved").Internal().NoRest("Only a person can say that he has saved the copy.").NotUndoable("A copy that was saved stays saved.");
        feature.Contribute(new EventText("OrganizationSetUp", "set this organization up"));
        feature.Contribute(new EventText("RecoveryCopyShown", "looked at the recovery copy"));
        feature.Contribute(new OrganizationPages());
        feature.Contribute(new SettingsTab("Organization", "/settings", Manage) { Order = 10 });
        feature.Contribute(new SettingsTab("Modules", "/settings/modules", Modules) { Order = 20 });
    }
}
