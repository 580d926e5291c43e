using Helios.Core.Bulk;
using Helios.Core.Directory.Locations.Commands;
using Helios.Core.Directory.Locations.Importing;
using Helios.Core.Directory.Locations.Pages;
using Helios.Core.Directory.Locations.Queries;
using Helios.Core.Directory.People;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Web.Pages;

namespace Helios.Core.Directory.Locations;

/// <summary>Locations: where people work and devices stand.</summary>
public sealed class LocationsFeature : Feature
{
    const string Step = "It is a step of imports.start, which runs it with the rows of the uploaded file.";

    public override string Name => "locations";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Table(LocationTable.Map);
        feature.Kind<Location>("location", prefix: "L", label: ("Location", "Locations"), icon: "location", page: "/locations/{key}")
            .VisibleToStaff()
            .NamedBy(text =>
            {
                var name = User.Fold(text) ?? "";
                return location => location.NameKey == name && location.ArchivedAt == null;
            });

        feature.Permission("locations:read", "See locations", Roles.Admin, Roles.ItStaff);
        feature.Permission("locations:write", "Add, change and archive locations", Roles.Admin, Roles.ItStaff);

        feature.Command<CreateLocation>("locations.create", "locations:write", "LocationCreated").Rest("POST /locations").Palette("New {location}", "/locations/new");
        feature.Command<UpdateLocation>("locations.update", "locations:write", "LocationUpdated").Inverse<WithoutCircles>().Rest("PATCH /locations/{location}").Versioned();
        feature.Command<ArchiveLocation>("locations.archive", "locations:write", "LocationArchived").Rest("POST /locations/{location}/archive");
        feature.Command<RestoreLocation>("locations.restore", "locations:write", "LocationRestored").Rest("POST /locations/{location}/restore");
        feature.Command<ImportLocation>("locations.import", "locations:write", "Imported").NoRest(Step);
        feature.Command<SettleLocation>("locations.settle_import", "locations:write", "Imported").NoRest(Step);
        feature.Query<ListLocations>("locations.list", "locations:read").Rest("GET /locations");
        feature.Query<GetLocation>("locations.get", "locations:read").Rest("GET /locations/{location}");

        feature.Unique("location_name_address", "name", "Another {location} has this name and address. Add what tells them apart, such as a floor.");

        feature.Contribute(ListLocations.Declaration());
        feature.Contribute(LocationColumns.List);
        feature.Contribute(new LocationsImport());
        feature.Contribute(new LocationPages());
        feature.Contribute(new BulkAct("location", "locations.archive", "Archive", "archive") { Order = 30 });
        feature.Contribute(new Place("Inventory", "Estate", "/locations", "locations:read") { Icon = "estate", Keys = "g a", Order = 20 });
        feature.Contribute(new Place("Inventory", "{Location+}", "/locations", "locations:read") { Within = "Estate", Order = 50 });
        feature.Contribute(new NewItem("{Location}", "location", "/locations/new", "locations:write", "c l"));
        foreach (var text in (object[])[.. LocationTexts.Events, .. LocationTexts.Fields])
            feature.Contribute(text);
    }
}
