using Helios.Kernel.Commands;
using Helios.Kernel.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helios.Web.Pages;

/// <summary>Where a feature names its pages. A page without a permission or a reason to be open does not start.</summary>
public sealed class PageRoutes(IEndpointRouteBuilder endpoints, Module module)
{
    /// <summary>The first segment of every page of an organization.</summary>
    public const string Organization = "/{organization}";

    /// <summary>Where effects on the outside world have their pages: a form leads there when the result takes longer than its caller waits.</summary>
    public const string Operations = "/operations";

    /// <summary>A page below the organization.</summary>
    /// <param name="path">Such as <c>/desk/tickets/{ticket}</c>.</param>
    /// <param name="permission">What the actor needs.</param>
    /// <param name="show">Runs queries and hands the view to its page.</param>
    public void Page(string path, string permission, Func<PageRequest, Task<IResult>> show) =>
        Map(HttpMethods.Get, Organization + path, new PageHandler(module, permission, show));

    /// <summary>A form below the organization: the posted fields are the command's input.</summary>
    /// <param name="path">Where the form posts; parts in braces are fields of the input.</param>
    /// <param name="done">Leads on: <c>request.SeeOther(address, "Assigned to Amara")</c>.</param>
    /// <param name="refused">Shows the page with the form again; what was typed stands in <see cref="PageRequest.Form"/>. Null shows the problem's own page.</param>
    public void Form<TCommand, TResult>(string path, Func<PageRequest, TCommand, TResult, IResult> done, Func<PageRequest, Task<IResult>>? refused = null)
        where TCommand : class, ICommand<TResult> =>
        Map(HttpMethods.Post, Organization + path, new FormHandler<TCommand, TResult>(module, done, refused).Answer);

    /// <summary>A form below the organization that changes nothing, and is posted because what it sends has no place in an address; say why no command answers it.</summary>
    public void Trial(string path, string permission, string because, Func<PageRequest, IFormCollection, Task<IResult>> answer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        Map(HttpMethods.Post, Organization + path, new TrialHandler(module, permission, answer).Answer);
    }

    /// <summary>A page that anybody may open, outside every organization; say why.</summary>
    public void OpenPage(string path, string because, Func<PageRequest, Task<IResult>> show)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        Map(HttpMethods.Get, path, new PageHandler(module, permission: null, show));
    }

    /// <summary>A form outside every organization; its command says why it is open, or names the one-time link.</summary>
    public void OpenForm<TCommand, TResult>(string path, Func<PageRequest, TCommand, TResult, IResult> done, Func<PageRequest, Task<IResult>>? refused = null)
        where TCommand : class, ICommand<TResult> =>
        Map(HttpMethods.Post, path, new FormHandler<TCommand, TResult>(module, done, refused).Answer);

    /// <summary>A form outside every organization that no command answers: signing in and out, which change nothing but the session. Say why it is open.</summary>
    public void OpenPost(string path, string because, Func<PageRequest, IFormCollection, Task<IResult>> answer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        Map(HttpMethods.Post, path, new OpenPostHandler(answer).Answer);
    }

    /// <summary>An address below the organization that answers something else than a page (JSON for the palette, a file).</summary>
    public void Other(string method, string path, string permission, Func<PageRequest, Task<IResult>> answer) =>
        Map(method, Organization + path, new PageHandler(module, permission, answer));

    void Map(string method, string pattern, PageHandler handler) => Map(method, pattern, handler.Answer);

    void Map(string method, string pattern, RequestDelegate answer) => endpoints.MapMethods(pattern, [method], answer);
}
