using Helios.Core.Identity.Sessions;
using Helios.Kernel.Queries;
using Helios.Web.Pages;

namespace Helios.Core.Help.Pages;

/// <summary>The help pages. They say nothing about any organization.</summary>
public sealed class HelpPages : PageSet
{
    /// <summary>The contents.</summary>
    public const string Index = "/help";

    public const string Problems = "/help/problems";

    public const string Filters = "/help/filters";

    public const string Keys = "/help/keys";

    public const string Imports = "/help/imports";

    public const string Exports = "/help/exports";

    const string Because = "Whoever writes a program against Helios reads it without an account.";

    public override void Map(PageRoutes routes)
    {
        routes.OpenPage(Index, Because, request => request.Show<HelpPage, HelpView>(new HelpView(FrameOf(request))));
        routes.OpenPage(Problems, Because, request => request.Show<ProblemsPage, ProblemsView>(new ProblemsView(FrameOf(request), ProblemTexts.All)));
        routes.OpenPage(Filters, Because, request => request.Show<FiltersPage, FiltersView>(new FiltersView(FrameOf(request), ListsOf(request))));
        routes.OpenPage(Imports, Because, request => request.Show<ImportsPage, ImportsView>(new ImportsView(FrameOf(request), FileHelp.Imports(request.Registry, request.Scope))));
        routes.OpenPage(Exports, Because, request => request.Show<ExportsPage, ExportsView>(new ExportsView(FrameOf(request), FileHelp.Exports(request.Registry, request.Scope))));
        routes.OpenPage(Keys, Because, request => request.Show<KeysPage, KeysView>(new KeysView(FrameOf(request), DeclaredKeys.Of(request.Registry))));
    }

    static HelpFrame FrameOf(PageRequest request) => SignedIn.Of(request.Http) is { } who
        ? new HelpFrame(who.Look.Appearance(), who.Organizations is [var first, ..] ? "/" + first.Slug : "/") { Api = who.Organizations is [var one, ..] ? $"/{one.Slug}/api" : null }
        : new HelpFrame(new(), "/");

    static IReadOnlyList<HelpList> ListsOf(PageRequest request)
    {
        var registry = request.Registry;
        return [.. registry.Contributions<ListDeclaration>().Select(list => new HelpList(registry.Kind(list.Value.RowType), list.Value))];
    }
}
