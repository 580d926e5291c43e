using System.Collections.Concurrent;
using Helios.Kernel.Commands;
using Helios.Kernel.Labeling;
using Helios.Kernel.Live;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Kernel.Undo;
using Helios.Web.Components.Forms;
using Helios.Web.Components.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Web.Pages;

/// <summary>One request to a page: who asks, what the address says, and how to answer.</summary>
/// <remarks>
/// Parts of a page ask at the same time, and <see cref="HttpContext"/> is for one thread: what they may want to know of the request
/// is read here before they begin.
/// </remarks>
public sealed class PageRequest(HttpContext http, Scope scope)
{
    readonly QueryPipeline queries = http.RequestServices.GetRequiredService<QueryPipeline>();
    readonly CommandPipeline commands = http.RequestServices.GetRequiredService<CommandPipeline>();
    readonly IQueryCollection queryValues = http.Request.Query;
    readonly RouteValueDictionary routeValues = http.Request.RouteValues;
    readonly string wholePath = http.Request.Path.Value!;
    SeenEntities seen = new();
    ConcurrentDictionary<object, Task> asked = new();

    public HttpContext Http { get; } = http;

    public Scope Scope { get; } = scope;

    /// <summary>What was typed and refused, when the page is shown again.</summary>
    public FormState Form { get; private set; } = FormState.Fresh;

    /// <summary>Why the form was refused; null on a GET.</summary>
    public Problem? Refusal { get; private set; }

    /// <summary>The form of a panel that was refused, when the page of its record is shown again for it.</summary>
    internal PanelRefusal? Panel { get; } = http.Items[typeof(PanelRefusal)] as PanelRefusal;

    /// <summary>What the form's command did, so that the toast can offer to take it back; null on a GET.</summary>
    internal CommandReport? Did { get; set; }

    /// <summary>The page of this organization where the request was made, path and query; null where the browser does not tell.</summary>
    public string? CameFrom => Uri.TryCreate(Http.Request.Headers.Referer, UriKind.Absolute, out var from)
        && string.Equals(from.Authority, Http.Request.Host.Value, StringComparison.OrdinalIgnoreCase)
        && (from.AbsolutePath == "/" + Slug || from.AbsolutePath.StartsWith($"/{Slug}/", StringComparison.Ordinal))
            ? from.PathAndQuery : null;

    /// <summary>Whether the panel at the side asks: what is shown is to be read, and nothing on it acts.</summary>
    public bool IsPeek { get; } = Peek.Is(http);

    /// <summary>Ends when the browser has gone.</summary>
    public CancellationToken Stop { get; } = http.RequestAborted;

    /// <summary>The moment of the request, in UTC: what times on the page count from.</summary>
    public DateTimeOffset Now { get; } = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>The place of the organization's chain that the page is at least as new as; null outside every organization.</summary>
    public long? AsOf { get; } = scope.Organization is { } organization ? http.RequestServices.GetRequiredService<OrganizationChanges>().Reached(organization.Id) : null;

    /// <summary>What is declared.</summary>
    public Registry Registry { get; } = http.RequestServices.GetRequiredService<Registry>();

    /// <summary>What the organization calls kinds and places.</summary>
    public Labels Labels => Registry.LabelsOf(Scope);

    /// <summary>A text with the names of kinds filled in: <c>request.Say("New {ticket}")</c>.</summary>
    public string Say(string text) => Labels.Fill(text);

    /// <summary>The organization's slug.</summary>
    public string Slug => Scope.Organization?.Slug ?? throw new InvalidOperationException("This page stands outside every organization.");

    /// <summary>The path below the organization.</summary>
    public string Path => Scope.Organization is null ? wholePath : wholePath[(Slug.Length + 1)..];

    /// <summary>A part of the address, as in <c>/tickets/{ticket}</c>.</summary>
    public string Route(string name) => (string)routeValues[name]!;

    /// <summary>A value behind the question mark, or null.</summary>
    public string? Query(string name) => queryValues.TryGetValue(name, out var values) && values.Count > 0 && values[0]!.Length > 0 ? values[0] : null;

    /// <summary>The address of a page of this organization.</summary>
    public string Address(string path) => "/" + Slug + path;

    public Task<Outcome<TResult>> Ask<TResult>(IQuery<TResult> query) => queries.Ask(query, Scope, seen, Stop);

    /// <summary>Asks once for the whole page, however many parts of it want to know.</summary>
    public Task<Outcome<TResult>> AskOnce<TResult>(IQuery<TResult> query) => (Task<Outcome<TResult>>)asked.GetOrAdd(query, _ => Ask(query));

    public async Task<Outcome<TResult>> Run<TResult>(ICommand<TResult> command, CommandOptions? options = null)
    {
        var outcome = await commands.Run(command, Scope, options, Stop);
        seen = new SeenEntities();
        asked = new ConcurrentDictionary<object, Task>();
        return outcome;
    }

    /// <summary>Renders a page with its view; 422 when a form was refused.</summary>
    public async Task<IResult> Show<TPage, TView>(TView view)
        where TPage : HeliosPage<TView>
    {
        var token = PageTokens.For(Http);
        // What was just done is told by the next page, not by a look beside it.
        IReadOnlyList<Toast> toasts = IsPeek ? [] : Flash.Take(Http, Scope.Organization?.Slug);
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(HeliosPage<>.View)] = view,
            [nameof(HeliosPage<>.Form)] = Form,
            [nameof(HeliosPage<>.Token)] = token,
            [nameof(HeliosPage<>.Toasts)] = toasts,
        };
        if (Scope.Organization is not null)
            parameters[nameof(HeliosPage<>.Frame)] = await Http.RequestServices.GetRequiredService<IShellSource>().For(this, token, toasts);
        return new PageResult(typeof(TPage), parameters, (Refusal ?? Panel?.Problem) is { } refusal ? PageProblems.StatusOf(refusal) : StatusCodes.Status200OK);
    }

    /// <summary>Renders a page of a query's answer, or the page that says why there is none.</summary>
    public async Task<IResult> Show<TPage, TView>(Outcome<TView> outcome)
        where TPage : HeliosPage<TView> =>
        outcome.Succeeded ? await Show<TPage, TView>(outcome.Value) : Refuse(outcome.Problem);

    /// <summary>The page that says in plain words what is wrong, with the problem's status.</summary>
    public IResult Refuse(Problem problem) => PageProblems.Page(Http, problem);

    /// <summary>Keeps what was typed and why it is refused, so that the page shows the form again.</summary>
    public PageRequest Refused(Problem problem, IFormCollection form)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in problem.Fields)
            errors.TryAdd(field.Field, field.Text);
        if (errors.Count == 0)
            errors[""] = problem.Text;
        Refusal = problem;
        Form = new FormState
        {
            Values = form.ToDictionary(field => field.Key, field => field.Value.Count == 0 ? null : field.Value[^1], StringComparer.Ordinal),
            Lists = form.Where(field => field.Value.Count > 1).ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[.. field.Value.OfType<string>()], StringComparer.Ordinal),
            Errors = errors,
        };
        return this;
    }

    /// <summary>The refused form of a panel that stands on the pages of many kinds: the record's own page once more, with what was typed in <see cref="FormOf"/>.</summary>
    /// <param name="panel">The name of the panel's form.</param>
    /// <param name="address">The address of the record's page.</param>
    public IResult ShowAgain(string panel, string address) => new PageAgainResult(address, new PanelRefusal(panel, Refusal!, Form));

    /// <summary>What was typed into the form of a panel, and why it was refused; fresh on a GET.</summary>
    public FormState FormOf(string panel) => Panel is { } refused && string.Equals(refused.Panel, panel, StringComparison.Ordinal) ? refused.Form : FormState.Fresh;

    /// <summary>Leads on after something was done (303), with a word about it.</summary>
    public IResult SeeOther(string address, string? toast = null)
    {
        if (toast is not null)
            Flash.Put(Http, toast, Scope.Actor.Can(Undoing.Permission) ? Did : null);
        return new SeeOtherResult(address);
    }
}
