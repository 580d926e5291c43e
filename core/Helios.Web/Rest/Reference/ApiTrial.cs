using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helios.Kernel.Commands;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Rest.Reference;

/// <summary>
/// Tries an operation for somebody who reads about it, by the same code that answers programs, in his own scope. Reads are run;
/// commands run dry alone: whole, and rolled back.
/// </summary>
/// <remarks>
/// Doing what a page about an API shows would change an organization by one click too many, and what reveals or sends something
/// could not be taken back. A dry run answers the same refusals and the events that there would have been.
/// </remarks>
public sealed class ApiTrial(Registry registry, QueryPipeline queries, CommandPipeline commands)
{
    /// <summary>Characters of a body that a page shows.</summary>
    const int Longest = 40_000;

    static readonly JsonSerializerOptions Indented = new(HeliosJson.Options) { WriteIndented = true };
    static readonly string[] Told = ["Content-Type", "Content-Length", "ETag", "Location", "Cache-Control", "Retry-After"];

    /// <summary>Sends it and tells the answer.</summary>
    public async Task<TrialAnswer> Run(HttpContext outer, Scope scope, TrialRequest trial)
    {
        var operation = trial.Operation;
        var http = new DefaultHttpContext { RequestServices = outer.RequestServices, RequestAborted = outer.RequestAborted, TraceIdentifier = outer.TraceIdentifier };
        using var body = new MemoryStream();
        http.Response.Body = body;
        var address = Put(http.Request, outer.Request, trial);
        var clock = Stopwatch.GetTimestamp();
        await Answer(http, scope, operation);
        await http.Response.BodyWriter.FlushAsync(outer.RequestAborted);
        var took = Stopwatch.GetElapsedTime(clock);
        var text = Readable(http.Response, body);
        return new TrialAnswer(
            $"{operation.Method} {address}", http.Response.StatusCode, [.. http.Response.Headers.Where(header => Told.Contains(header.Key, StringComparer.OrdinalIgnoreCase)).Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))],
            text.Length > Longest ? text[..Longest] : text, body.Length, text.Length > Longest, took);
    }

    Task Answer(HttpContext http, Scope scope, ApiOperation operation)
    {
        if (!operation.IsRead)
            return new CommandEndpoint(operation.Route, registry.Commands.Single(command => command.Name == operation.Name), commands, made: false).Answer(http, scope);
        var declared = registry.Queries.Single(query => query.Name == operation.Name);
        return operation.AnswersFile ? new FileEndpoint(operation.Route, declared, queries).Answer(http, scope) : new QueryEndpoint(operation.Route, declared, queries).Answer(http, scope);
    }

    static string Put(HttpRequest request, HttpRequest outer, TrialRequest trial)
    {
        var operation = trial.Operation;
        // The content of a file is not shown, so its headers are enough.
        request.Method = operation.AnswersFile ? HttpMethods.Head : operation.Method;
        request.Scheme = outer.Scheme;
        request.Host = outer.Host;
        foreach (var name in operation.Route.Parameters)
            request.RouteValues[name] = trial.Values.GetValueOrDefault(name) ?? "";
        request.Path = PathString.FromUriComponent(ApiExample.PathOf(operation, trial.Values));
        var query = ApiExample.QueryOf(operation, trial.Values).ToList();
        if (!operation.IsRead)
            query.Add(KeyValuePair.Create(RestHeaders.DryRun, "true"));
        request.QueryString = QueryString.Create(query.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)));
        if (trial.Version is { Length: > 0 } version)
            request.Headers.IfMatch = version;
        if (!operation.IsRead && trial.Body is { Length: > 0 } json)
        {
            request.ContentType = "application/json";
            var bytes = Encoding.UTF8.GetBytes(json);
            request.ContentLength = bytes.Length;
            request.Body = new MemoryStream(bytes);
        }

        return request.Path + request.QueryString;
    }

    static string Readable(HttpResponse response, MemoryStream body)
    {
        if (body.Length == 0)
            return "";
        if (response.ContentType?.Contains("json", StringComparison.Ordinal) != true)
            return $"({body.Length} bytes that are no JSON)";
        return JsonNode.Parse(body.ToArray())?.ToJsonString(Indented) ?? "null";
    }
}
