using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Helios.Core.Home;
using Helios.Core.Settings;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Tests.Growing;

/// <summary>Every declaration has its doors, or says why not; every door leads somewhere.</summary>
sealed partial class DoorRules(GrowingHouse house)
{
    IEnumerable<RouteEndpoint> Endpoints => ((IEndpointRouteBuilder)house.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    /// <summary>Commands and queries with neither a REST route nor a reason, or with both.</summary>
    public IEnumerable<string> Rest() => house.Everything
        .Where(declared => (declared.RestRoute is null) == (string.IsNullOrWhiteSpace(declared.NoRestBecause)))
        .Select(declared => $"{declared} must have Rest(\"…\") or NoRest(\"why\"), one of them.");

    /// <summary>Parts of REST addresses that the input lacks, or that would not answer 404 for what is not there.</summary>
    public IEnumerable<string> Parameters() =>
        from declared in house.Everything
        where declared.RestRoute is not null
        let contract = RecordContract.Of(declared.Input)
        from Match match in Part().Matches(declared.RestRoute!)
        let name = match.Groups["name"].Value
        let field = contract.Field(name)
        let isTarget = field?.Attributes.OfType<TargetAttribute>().Any() == true || (field is not null && typeof(IRowRef).IsAssignableFrom(field.Shape.Bare))
        where field is null || (field.Shape.Kind == ValueKind.Reference && !isTarget)
        select field is null
            ? $"{declared} has {{{name}}} in its address and no such field."
            : $"{declared} names {{{name}}} in its address, so it must be the [Target]: what is not there is then a 404, not a wrong field.";

    /// <summary>Conflicts over a unique value whose field no input has under that name: whoever sent it would not know which is meant.</summary>
    public async Task<IEnumerable<string>> Conflicts()
    {
        var sent = house.Everything.Where(declared => declared.IsCommand).SelectMany(declared => RecordContract.Of(declared.Input).Fields).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var constraints = await house.Column<string>("select c.relname::text from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where i.indisunique and n.nspname in ('public', 'platform')");
        return constraints.Select(house.Registry.Unique).OfType<UniqueDeclaration>().Where(unique => !sent.Contains(unique.Field))
            .Select(unique => $"The conflict of {unique.Constraint} names the field {unique.Field}, which no command takes. Name it as it is sent.");
    }

    /// <summary>REST routes that the API's description leaves out.</summary>
    public IEnumerable<string> Undescribed(JsonObject paths) => house.Everything.Where(declared => declared.RestRoute is not null).Where(declared =>
            declared.RestRoute!.Split(' ') is not [var method, var path] || paths[path]?[method.ToLowerInvariant()] is null)
            .Select(declared => $"{declared} ({declared.RestRoute}) is missing in the API's description.");

    /// <summary>Declared permissions that nothing asks for.</summary>
    public IEnumerable<string> Idle()
    {
        var used = house.Everything.Select(declared => declared.Permission)
            .Concat(house.Registry.Contributions<Place>().Select(place => place.Value.Permission))
            .ToHashSet(StringComparer.Ordinal);
        return house.Registry.Permissions.Where(permission => !used.Contains(permission.Name)).Select(permission => $"The permission {permission.Name} is declared and nothing asks for it.");
    }

    /// <summary>Places, menus, tabs, steps, palette entries and kinds whose page is not mapped.</summary>
    public IEnumerable<string> DeadEnds()
    {
        var pages = Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(PageRoutes.Organization, StringComparison.Ordinal))
            .Select(endpoint => new TemplateMatcher(TemplateParser.Parse(endpoint.RoutePattern.RawText!.TrimStart('/')), [])).ToList();
        return Addresses().Where(address => !pages.Exists(page => page.TryMatch("/larkspur" + address.Path.Split('?')[0], []))).Select(address => $"{address.What} leads to {address.Path}, where there is no page.");
    }

    IEnumerable<(string What, string Path)> Addresses() =>
    [
        .. house.Registry.Contributions<Place>().Select(place => ($"The place {place.Value.Label}", place.Value.Path)),
        .. house.Registry.Contributions<NewItem>().Select(item => ($"New {item.Value.Label}", item.Value.Path)),
        .. house.Registry.Contributions<HomeStep>().Select(step => ($"The step {step.Value.Title}", step.Value.Path)),
        .. house.Registry.Contributions<SettingsTab>().Select(tab => ($"The tab {tab.Value.Label}", tab.Value.Path)),
        .. house.Registry.Commands.Where(command => command.PalettePage is not null).Select(command => ($"“{command.PaletteName}”", command.PalettePage!)),
        .. house.Registry.Kinds.Select(kind => ($"The kind {kind.Name}", kind.Page.Replace("{key}", $"{kind.Prefix}-1", StringComparison.Ordinal))),
    ];

    /// <summary>The API's description as the server answers it.</summary>
    public async Task<JsonNode> Description()
    {
        var endpoint = Endpoints.Single(endpoint => endpoint.RoutePattern.RawText == "/api/v1/openapi.json");
        await using var scope = house.App.Services.CreateAsyncScope();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Method = "GET";
        http.Request.Path = "/api/v1/openapi.json";
        http.Response.Body = body;
        await endpoint.RequestDelegate!(http);
        await http.Response.BodyWriter.FlushAsync();
        return JsonNode.Parse(body.ToArray())!;
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}
