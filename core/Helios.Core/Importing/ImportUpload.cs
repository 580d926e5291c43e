using Helios.Core.Importing.Pages;
using Helios.Kernel.Problems;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Helios.Core.Importing;

/// <summary>The door to imports for the features whose kinds can be imported.</summary>
public static class ImportUpload
{
    /// <summary>The page where a file of one kind is chosen, for the feature whose kind it is.</summary>
    public static async Task<IResult> Show(PageRequest request, string kind)
    {
        var registry = request.Registry;
        if (registry.ImportTarget(kind, request.Scope) is not { } target || !request.Scope.Actor.Can(target.Permission))
            return request.Refuse(Problem.NotFound("such page"));
        return await request.Show<UploadPage, UploadView>(new UploadView(
            target.Kind, request.Say(target.Label), target.ListPage, request.Say(target.Rules), [.. registry.ColumnsOf(target, request.Scope).Select(column => column.Label)]));
    }
}
