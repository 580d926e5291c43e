using Helios.Core.ApiGuide.Queries;
using Helios.Core.Identity;
using Helios.Core.Identity.Sessions;
using Helios.Kernel.Problems;
using Helios.Kernel.Search;
using Helios.Web.Pages;
using Helios.Web.Rest.Reference;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Core.ApiGuide.Pages;

/// <summary>The API page by page: the list of operations, and one page for each.</summary>
public sealed class ApiPages : PageSet
{
    /// <summary>The list, below which each operation has its page.</summary>
    public const string Root = "/api";

    const string One = Root + "/{name}";

    /// <summary>What the form for trying calls the body and the version; no parameter has such a name.</summary>
    public const string BodyField = "_body";
    public const string VersionField = "_match";
    public const string TryField = "_try";

    const string Because = "A command is run dry: it is rolled back, so nothing changes that a command would have to answer for.";

    public override void Map(PageRoutes routes)
    {
        routes.Page(Root, IdentityFeature.Own, ShowAll);
        routes.Page(One, IdentityFeature.Own, ShowOne);
        routes.Trial(One, IdentityFeature.Own, Because, RunDry);
    }

    static Task<IResult> ShowAll(PageRequest request)
    {
        var search = request.Query("q")?.Trim() ?? "";
        var words = Folding.Of(search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var all = request.Http.RequestServices.GetRequiredService<ApiReference>().Operations.Where(operation => IsOn(request, operation)).ToList();
        var shown = all.Where(operation => Folding.Of($"{operation.Method} {operation.Path} {operation.Name} {operation.Summary} {operation.Permission}") is var text && Array.TrueForAll(words, word => text.Contains(word, StringComparison.Ordinal))).ToList();
        return request.Show<ApiPage, ApiView>(new ApiView([.. shown.GroupBy(operation => operation.Tag, StringComparer.Ordinal)], search, shown.Count, all.Count));
    }

    static async Task<IResult> ShowOne(PageRequest request)
    {
        if (Find(request) is not { IsRead: true } operation || request.Query(TryField) is null)
            return await Show(request, typed: null, trial: null);
        var typed = operation.Parameters.Select(parameter => parameter.Name).Where(name => request.Query(name) is not null).ToDictionary(name => name, name => request.Query(name)!, StringComparer.Ordinal);
        return await Show(request, typed, new TrialRequest(operation, typed));
    }

    static async Task<IResult> RunDry(PageRequest request, IFormCollection form)
    {
        // A read is tried by its address, which can be passed on.
        if (Find(request) is not { IsRead: false } operation)
            return await Show(request, typed: null, trial: null);
        var typed = form.Where(field => field.Value.Count > 0).ToDictionary(field => field.Key, field => field.Value[^1] ?? "", StringComparer.Ordinal);
        return await Show(request, typed, new TrialRequest(operation, typed) { Body = typed.GetValueOrDefault(BodyField), Version = typed.GetValueOrDefault(VersionField) });
    }

    static async Task<IResult> Show(PageRequest request, IReadOnlyDictionary<string, string>? typed, TrialRequest? trial)
    {
        if (Find(request) is not { } operation)
            return request.Refuse(Problem.NotFound("operation"));
        var found = await request.Ask(new GetApiExample(operation.Name));
        if (!found.Succeeded)
            return request.Refuse(found.Problem);
        var example = found.Value;
        var body = operation.Body.Count == 0 || operation.IsRead ? null : ExampleBody.Of(operation, example.Body);
        var organization = SignedIn.Of(request.Http)?.Organizations.Count > 1 ? request.Slug : null;
        var curl = ApiExample.Curl(operation, $"{request.Http.Request.Scheme}://{request.Http.Request.Host}", example.Address, body?.ToJsonString(ExampleBody.OnOneLine), organization);
        var answer = trial is null ? null : await request.Http.RequestServices.GetRequiredService<ApiTrial>().Run(request.Http, request.Scope, trial);
        var allowed = operation.Permission is null || request.Scope.Actor.Can(operation.Permission);
        return await request.Show<ApiOperationPage, ApiOperationView>(new ApiOperationView(
            operation, example, curl, body?.ToJsonString(ExampleBody.Indented), allowed, typed ?? example.Address, answer));
    }

    static ApiOperation? Find(PageRequest request) =>
        request.Http.RequestServices.GetRequiredService<ApiReference>().Find(request.Route("name")) is { } operation && IsOn(request, operation) ? operation : null;

    static bool IsOn(PageRequest request, ApiOperation operation) => !request.Scope.Organization!.ModulesOff.Contains(operation.Module.Id);
}
