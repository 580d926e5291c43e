using Helios.Core.Undo.Commands;
using Helios.Web.Pages;

namespace Helios.Core.Undo.Pages;

/// <summary>The button Undo of toasts and timelines. It leads back to the page where it was pressed.</summary>
public sealed class UndoPages : PageSet
{
    public override void Map(PageRoutes routes) =>
        routes.Form<UndoRun, UndoRun.Result>(UndoPlace.Path + "/{run}", (request, _, result) => request.SeeOther(Back(request, result), Words(result)));

    static string Words(UndoRun.Result result) => result.Records switch
    {
        [{ IsNew: true } made] => $"{made.Key} takes it back",
        [{ IsGone: true } gone] => $"{gone.Key} is gone again",
        [] => result.IsRedo ? "It is done again" : "It is as it was before",
        [var one] when result.IsRedo => $"{one.Key} is changed again",
        [var one] => $"{one.Key} is as it was before",
        { Count: var count } when result.IsRedo => $"{count} records are changed again",
        { Count: var count } => $"{count} records are as they were before",
    };

    /// <summary>The page of a record that is gone would be no place to lead to: then its list.</summary>
    static string Back(PageRequest request, UndoRun.Result result)
    {
        var registry = request.Registry;
        if (result.Records is [{ IsNew: true } made])
            return registry.Kind(made.Kind)!.Address(request.Slug, made.Key);
        var from = request.CameFrom ?? request.Address("/");
        var gone = result.Records.FirstOrDefault(record => record.IsGone && from.Split('/', '?').Contains(record.Key, StringComparer.OrdinalIgnoreCase));
        if (gone is null)
            return from;
        var page = registry.Kind(gone.Kind)!.Page;
        return request.Address(page[..page.LastIndexOf('/')]);
    }
}
