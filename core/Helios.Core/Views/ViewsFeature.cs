using Helios.Core.Timeline;
using Helios.Core.Views.Commands;
using Helios.Core.Views.Pages;
using Helios.Core.Views.Queries;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;

namespace Helios.Core.Views;

/// <summary>Views of lists: filter, order and columns that people keep, share, pin and put in order.</summary>
public sealed class ViewsFeature : Feature
{
    /// <summary>Keep views of one's own.</summary>
    public const string Own = "views:own";

    /// <summary>Share views with others, and look after shared ones.</summary>
    public const string Share = "views:share";

    public override string Name => "views";

    public override void Declare(FeatureBuilder feature)
    {
        feature.Table(ViewTables.Map);
        feature.Permission(Own, "Keep, pin and order views of lists for oneself", Roles.Admin, Roles.ItStaff, Roles.User);
        feature.Permission(Share, "Share views of lists, and change those that are shared", Roles.Admin, Roles.ItStaff);
        feature.Row<SavedView>("view", ViewAudience.Visible);
        feature.Command<CreateView>("views.create", Own, "ViewSaved").Rest("POST /views").Inverse<ViewBack>();
        feature.Command<UpdateView>("views.update", Own, "ViewChanged").Rest("PATCH /views/{view}").Inverse<ViewBack>();
        feature.Command<ShareView>("views.share", Share, "ViewShared").Internal().Rest("PUT /views/{view}/audience").Inverse<ViewBack>();
        feature.Command<CopyView>("views.copy", Own, "ViewCopied").Rest("POST /views/{view}/copy").Inverse<ViewBack>();
        feature.Command<DeleteView>("views.delete", Own, "ViewDeleted").Rest("DELETE /views/{view}").Inverse<ViewBack>();
        feature.Command<RestoreView>("views.restore", Own, "ViewRestored").Rest("POST /views/{view}/restore").Inverse<ViewBack>();
        feature.Command<PlaceView>("views.place", Own, "ViewPlaced").Rest("PUT /lists/{kind}/views/{view}/place").Inverse<ViewBack>();
        feature.Query<ListViews>("views.list", Own).Kept().Rest("GET /views");
        feature.Query<CountViews>("views.count", Own).Rest("GET /view-counts");
        feature.Contribute(new ViewPages());
        feature.Contribute(new EventText("ViewSaved", "saved the view {view}"));
        feature.Contribute(new EventText("ViewChanged", "changed the view {view}"));
        feature.Contribute(new EventText("ViewCopied", "copied a view as {view}"));
        feature.Contribute(new EventText("ViewDeleted", "deleted the view {view}"));
        feature.Contribute(new EventText("ViewRestored", "restored the view {view}"));
        feature.Contribute(new EventText("ViewPlaced", "arranged the view {view}"));
        feature.Contribute(new EventText("ViewShared", "shared the view {view} with {viewAudience:new}"));
        feature.Contribute(new FieldText("view", "view"));
        feature.Contribute(new FieldText("viewAudience", "shared with") { IsInternal = true, Values = ViewAudience.Choices.ToDictionary(choice => choice.Value, choice => choice.Label, StringComparer.Ordinal) });
    }
}
