using Helios.Core.Bulk;
using Helios.Core.CustomFields.Shown;
using Helios.Core.Exporting;
using Helios.Core.Filters;
using Helios.Core.Importing;
using Helios.Core.Views.Queries;
using Helios.Kernel.Modules;
using Helios.Web.Components.Forms;
using Helios.Web.Lists;
using Helios.Web.Pages;

namespace Helios.Core.Views;

/// <summary>Tells the pages of lists what their reader can do with them.</summary>
sealed class ListToolSource(Registry registry) : IListTools
{
    public async ValueTask<ListTools> For(PageRequest request, EntityList list)
    {
        var actor = request.Scope.Actor;
        var views = actor.Can(ViewsFeature.Own) ? (await request.Ask(new ListViews())).Value?.Items ?? [] : [];
        var fields = CustomFieldColumns.Of(request, list.Kind);
        return new ListTools([.. views.Where(view => view.Kind == list.Kind).Select(Shown)])
        {
            Root = actor.Can(ViewsFeature.Own) ? request.Address(Pages.ViewPages.Root) : null,
            Places = actor.Can(ViewsFeature.Own) ? request.Address(Pages.ViewPages.Places(list.Kind)) : null,
            Audiences = actor.Can(ViewsFeature.Share) ? [.. ViewAudience.Choices.Select(choice => new SelectOption(choice.Value, choice.Label))] : [],
            Acts = [.. BulkActs.For(request, list.Kind).Select(act => new ListAct(act.Command, act.Label, act.Icon))],
            ActsAddress = request.Address(BulkActs.New),
            Export = actor.Can(ExportingFeature.Export) ? request.Address(ExportingFeature.PageOf(list.Kind)) : null,
            Import = actor.Can("imports:write") && registry.ImportTarget(list.Kind, request.Scope) is { } target && actor.Can(target.Permission) ? request.Address(target.UploadPage) : null,
            Fields = fields.Columns,
            Prepare = fields.Prepare,
            Completion = request.Address(FilterPages.Completion(list.Kind)),
        };
    }

    static ListView Shown(ViewRow view) => new(view.View, view.Name, view.Filter, view.Sort, view.Columns, view.Layout)
    {
        IsStock = view.IsStock,
        MayChange = view.MayChange,
        IsPinned = view.IsPinned,
        IsDefault = view.IsDefault,
        Audience = view.Audience,
    };
}
