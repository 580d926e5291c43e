using Helios.Core.Directory.People;
using Helios.Core.Home;
using Helios.Core.Importing;
using Helios.Core.Links;
using Helios.Core.Settings;
using Helios.Core.Timeline;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.TestModule.Specimens.Commands;
using Helios.TestModule.Specimens.Pages;
using Helios.TestModule.Specimens.Queries;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace Helios.TestModule.Specimens;

/// <summary>One of each thing that a feature may declare and contribute.</summary>
public sealed class SpecimensFeature(Module module) : Feature
{
    internal const string Read = "specimens:read";
    internal const string Write = "specimens:write";

    public override string Name => "specimens";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Permission(Read, "See specimens", Roles.Admin, Roles.ItStaff);
        feature.Permission(Write, "Add specimens", Roles.Admin, Roles.ItStaff);
        feature.Table(SpecimenTable.Map);
        feature.Kind<Specimen>("specimen", prefix: "SPEC", label: ("Specimen", "Specimens"), icon: "asset", page: SpecimenPages.Root + "/{key}")
            .VisibleToStaff()
            .NamedBy(text =>
            {
                var code = User.Fold(text);
                return specimen => specimen.CodeKey == code;
            });
        feature.Command<AddSpecimen>("specimens.add", Write, "SpecimenAdded").Rest("POST /specimens").Palette("New specimen", SpecimenPages.Root + "/new");
        feature.Command<UpdateSpecimen>("specimens.update", Write, "SpecimenUpdated").Rest("PATCH /specimens/{specimen}");
        feature.Query<ListSpecimens>("specimens.list", Read).Rest("GET /specimens");
        feature.Query<GetSpecimen>("specimens.get", Read).Rest("GET /specimens/{specimen}");
        feature.Unique("specimen_code", "code", "Another {specimen} has this code. Each has one of its own.");
        feature.Contribute(ListSpecimens.Declaration());
        feature.Contribute(new ImportIdentity("specimen", "code"));
        feature.Contribute(new FieldText("status", "status") { Kind = "specimen", Values = SpecimenStatus.Labels });
        feature.Contribute(new SpecimenPages(module));
        feature.Contribute(new Place("Inventory", "Specimens", SpecimenPages.Root, Read) { Icon = "asset", Order = 90 });
        feature.Contribute(new NewItem("Specimen", "asset", SpecimenPages.Root + "/new", Write, "c s"));
        feature.Contribute(new SettingsTab("Specimens", SpecimenPages.Settings, Write) { Order = 90 });
        feature.Contribute(new Relation("grown_from", "grown from", "the source of"));
        feature.Contribute(new HomeTile("specimens", Read, _ => Fragment("Specimens on Home")));
        feature.Contribute(new EntityPanel("user", Read, (_, person) => Fragment($"Specimens beside {person.Title}")));
        feature.Contribute(new EntityTab("user", "Specimens", Read, person => $"/people/{person.Key}/specimens"));
        feature.Contribute(new EntityTab("ticket", "Specimens", Read, ticket => $"/desk/tickets/{ticket.Key}/specimens"));
        feature.Contribute(new EntityAction("user", "New specimen", Write, _ => SpecimenPages.Root + "/new") { Icon = "add" });
    }

    static Task<RenderFragment?> Fragment(string text) => Task.FromResult<RenderFragment?>(builder => builder.AddContent(0, text));
}
