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
        feature.Command<CreateView>("views.create", Own, "ViewSaved").Internal().Rest("POST /views").NotUndoable("Delete the view instead, in the menu beside the filter.");
        feature.Command<UpdateView>("views.update", Own, "ViewChanged").Internal().Rest("PATCH /views/{view}").NotUndoable("Open the view, change it to what it was, and save the change.");
        feature.Command<ShareView>("views.share", Share, "ViewShared").Internal().Rest("PUT /views/{view}/audience").NotUndoable("Share the view otherwise again, in the menu beside the filter.");
        feature.Command<CopyView>("views.copy", Own, "ViewCopied").Internal().Rest("POST /views/{view}/copy").NotUndoable("Delete the copy instead, in the menu beside the filter.");
        feature.Command<DeleteView>("views.delete", Own, "ViewDeleted").Rest("DELETE /views/{view}").Inverse<DeletedView>();
        feature.Command<RestoreView>("views.restore", Own, "ViewRestored").Internal().Rest("POST /views/{view}/restore").NotUndoable("Delete the view again, in the menu beside the filter.");
        feature.Command<PlaceView>("views.place", Own, "ViewPlaced").Internal().Rest("PUT /lists/{kind}/views/{view}/place").NotUndoable("Pin, unpin or move the view again, in the menu beside the filter.");
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
        feature.Contribute(new FieldText("viewId", "view") { IsHidden = true });
        feature.Contribute(new FieldText("viewDeletedAt", "view") { IsHidden = true });
    }
}
