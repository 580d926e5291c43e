using System.Buffers;
using System.Text.Json.Nodes;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Helios.Web.Rest;

/// <summary>Gathers the fields of an input from the body, the address and the part behind the question mark.</summary>
static class RestInput
{
    /// <summary>The input of a command: JSON, and the fields in the address.</summary>
    public static async Task<Outcome<object>> OfCommand(HttpRequest request, RestRoute route, CancellationToken stop)
    {
        var body = await Body(request, stop);
        if (!body.Succeeded)
            return body.Problem;
        var sent = body.Value;
        var misplaced = Misplaced(route, sent);
        AddAddress(request, route, sent);
        // Few programs can send a body with DELETE, so its fields may stand behind the question mark.
        if (HttpMethods.IsDelete(route.Method))
            AddQuery(request.Query.Where(field => !IsOption(field.Key)), route, sent);
        else
            misplaced.AddRange(request.Query.Keys.Where(name => !IsOption(name)).Select(name => new FieldProblem(InputWords.Short(name), "A command takes its fields in the body, not behind the question mark.")));
        var read = InputReader.Read(route.InputType, sent);
        return misplaced.Count == 0 ? read : Problem.Invalid([.. misplaced, .. read.Problem?.Fields ?? []]);
    }

    /// <summary>The input of a command whose fields came with its files.</summary>
    public static Outcome<object> OfFields(HttpRequest request, RestRoute route, JsonObject sent)
    {
        var misplaced = Misplaced(route, sent);
        AddAddress(request, route, sent);
        var read = InputReader.Read(route.InputType, sent);
        return misplaced.Count == 0 ? read : Problem.Invalid([.. misplaced, .. read.Problem?.Fields ?? []]);
    }

    /// <summary>The input of a query: the part behind the question mark, and the fields in the address.</summary>
    public static Outcome<object> OfQuery(HttpRequest request, RestRoute route)
    {
        var sent = new JsonObject();
        AddQuery(request.Query, route, sent);
        AddAddress(request, route, sent);
        return InputReader.Read(route.InputType, sent);
    }

    static List<FieldProblem> Misplaced(RestRoute route, JsonObject sent) =>
        [.. route.Parameters.Where(sent.ContainsKey).Select(name => new FieldProblem(name, "This stands in the address. Leave it out of the body."))];

    static void AddAddress(HttpRequest request, RestRoute route, JsonObject sent)
    {
        foreach (var name in route.Parameters)
            sent[name] = TextValues.Node(route.Input.Field(name)!.Shape, [(string?)request.RouteValues[name]]);
    }

    static void AddQuery(IEnumerable<KeyValuePair<string, StringValues>> query, RestRoute route, JsonObject sent)
    {
        foreach (var (name, texts) in query)
            if (route.Input.Field(name) is { } field)
                sent[name] = TextValues.Node(field.Shape, texts);
            else if (!string.Equals(name, FieldSelection.Parameter, StringComparison.Ordinal))
                sent[name] = texts.ToString();
    }

    static bool IsOption(string name) => string.Equals(name, RestHeaders.DryRun, StringComparison.Ordinal);

    static async Task<Outcome<JsonObject>> Body(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength > JsonBody.Largest)
            return JsonBody.TooLarge();
        var bytes = new ArrayBufferWriter<byte>((int)Math.Clamp(request.ContentLength ?? 0, 256, JsonBody.Largest));
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(stop);
            if (bytes.WrittenCount + read.Buffer.Length > JsonBody.Largest)
                return JsonBody.TooLarge();
            foreach (var part in read.Buffer)
                bytes.Write(part.Span);
            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                break;
        }

        return bytes.WrittenCount > 0 && !IsJson(request) ? NotJson() : JsonBody.Parse(bytes.WrittenSpan);
    }

    static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    static Problem NotJson() => new(ProblemKind.Invalid, "request.not_json", "Send the body as JSON in UTF-8, with Content-Type: application/json.");
}
