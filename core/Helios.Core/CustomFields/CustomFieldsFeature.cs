using Helios.Core.CustomFields.Commands;
using Helios.Core.CustomFields.Pages;
using Helios.Core.CustomFields.Queries;
using Helios.Core.Settings;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Helios.Web.Pages;

namespace Helios.Core.CustomFields;

/// <summary>Fields that an organization adds to kinds: for every kind at once, without a line of the kind's own.</summary>
public sealed class CustomFieldsFeature : Feature
{
    public const string Read = "fields:read";
    public const string Write = "fields:write";

    public override string Name => "fields";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Table(CustomFieldTable.Map);
        feature.Kind<CustomField>("field", prefix: "CF", label: ("Field", "Fields"), icon: "settings", page: FieldPages.Root + "/{key}").VisibleToStaff();
        feature.Permission(Read, "See which fields records have, as far as one may read them", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Permission(Write, "Add, change, order and archive fields", Roles.Admin);

        feature.Command<CreateField>("fields.create", Write, "FieldCreated").Internal().Rest("POST /fields").Palette("New field", FieldPages.Root).Inverse<FieldBack>();
        feature.Command<UpdateField>("fields.update", Write, "FieldUpdated").Internal().Rest("PATCH /fields/{field}").Versioned().Inverse<FieldBack>();
        feature.Command<ArchiveField>("fields.archive", Write, "FieldArchived").Internal().Rest("POST /fields/{field}/archive").Inverse<FieldBack>();
        feature.Command<RestoreField>("fields.restore", Write, "FieldRestored").Internal().Rest("POST /fields/{field}/restore").Inverse<FieldBack>();
        feature.Command<ReorderFields>("fields.reorder", Write, "FieldsReordered").Internal().Rest("PUT /fields/order");
        feature.Command<ReindexField>("fields.reindex", Write, "FieldReindexed").Internal().NoRest("It is a step of a job that follows a change of the field.")
            .NotUndoable("It changes nothing that anybody wrote.");
        feature.Query<ListFields>("fields.list", Read).Rest("GET /fields");
        feature.Query<GetField>("fields.get", Write).Rest("GET /fields/{field}");
        feature.Query<NameEntities>("fields.names", Read).NoRest("It names the people whom fields on a page refer to.");
        feature.Job<IndexFieldWords.Work, IndexFieldWords>(IndexFieldWords.Name);
        feature.Unique("custom_field_api_name", "apiName", "Another field of this kind has this API name. Give another.");

        feature.Contribute(new FieldPages());
        feature.Contribute(new SettingsTab("Fields", FieldPages.Root, Write) { Order = 30 });
        feature.Contribute(new EntityPanel(null, Read, CustomFieldsPanel.Show) { Order = 5 });
        foreach (var text in (object[])[.. FieldTexts.Events, .. FieldTexts.Fields])
            feature.Contribute(text);
    }
}
