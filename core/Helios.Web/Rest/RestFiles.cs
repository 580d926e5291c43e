using System.Text;
using System.Text.Json.Nodes;
using Helios.Kernel.Files;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Web.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Helios.Web.Rest;

/// <summary>
/// Reads a command whose files come with it: multipart/form-data, fields and files by name; or one file as the body, with the fields
/// behind the question mark. Files are received as they come and are uploads then, as if they had been sent before.
/// </summary>
sealed class RestFiles(HttpRequest request, RestRoute route, UploadField files, Scope scope, string? key)
{
    /// <summary>The name of a file that is the body.</summary>
    public const string NameParameter = "fileName";

    /// <summary>All texts of a multipart body together, in UTF-16 units; each part counts for a little more.</summary>
    const int LongestTexts = 1 << 20;
    const int EachPart = 1024;

    readonly Uploads uploads = request.HttpContext.RequestServices.GetRequiredService<Uploads>();
    readonly Dictionary<string, List<string?>> texts = new(StringComparer.Ordinal);
    readonly List<Guid> received = [];

    /// <summary>Whether the request brings its files along.</summary>
    public static bool IsMeant(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) && !type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase);

    /// <summary>The fields of the command, with the ids of its files.</summary>
    public async Task<Outcome<JsonObject>> Read(CancellationToken stop)
    {
        RequestSize.Allow(request.HttpContext, files.Most);
        var refusal = MediaTypeHeaderValue.Parse(request.ContentType) is var type && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? await Parts(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), stop)
            : await Body(stop);
        if (refusal is not null)
            return refusal;
        var sent = new JsonObject();
        foreach (var (name, values) in texts)
            sent[name] = route.Input.Field(name) is { } field ? TextValues.Node(field.Shape, values) : values[^1];
        files.Put(sent, received);
        return sent;
    }

    async Task<Problem?> Body(CancellationToken stop)
    {
        foreach (var (name, values) in request.Query.Where(field => field.Key is not NameParameter))
            texts[name] = [.. values];
        var named = ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition) ? NameOf(disposition) : null;
        return await Receive(request.Body, request.Query[NameParameter] is [{ Length: > 0 } given] ? given : named, stop);
    }

    async Task<Problem?> Parts(string boundary, CancellationToken stop)
    {
        if (boundary.Length is 0 or > 200)
            return Broken();
        var reader = new MultipartReader(boundary, request.Body);
        var room = LongestTexts;
        try
        {
            while (await reader.ReadNextSectionAsync(stop) is { } part)
            {
                if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) || disposition.Name.Length == 0)
                    return Broken();
                var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                var refusal = NameOf(disposition) is { } fileName ? await File(part, name, fileName, stop) : await Text(part, name, room, stop);
                if (refusal is not null)
                    return refusal;
                room -= EachPart + (texts.GetValueOrDefault(name)?[^1]?.Length ?? 0);
                if (room <= 0)
                    return JsonBody.TooLarge();
            }
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException && !stop.IsCancellationRequested))
        {
            return Broken();
        }

        return null;
    }

    async Task<Problem?> File(MultipartSection part, string field, string name, CancellationToken stop)
    {
        if (!string.Equals(field, files.Name, StringComparison.Ordinal))
            return Problem.Invalid(InputWords.Short(field), $"This is no field for a file. Send files as “{files.Name}”.");
        return received.Count == files.Most
            ? Problem.Invalid(files.Name, $"Send at most {files.Most} {(files.IsList ? "files at once" : "file")}.")
            : await Receive(part.Body, name, stop);
    }

    async Task<Problem?> Text(MultipartSection part, string field, int room, CancellationToken stop)
    {
        using var text = new MemoryStream();
        var buffer = new byte[1024];
        for (int read; (read = await part.Body.ReadAsync(buffer, stop)) > 0;)
        {
            if (text.Length + read > room)
                return JsonBody.TooLarge();
            await text.WriteAsync(buffer.AsMemory(0, read), stop);
        }

        if (!texts.TryGetValue(field, out var values))
            texts[field] = values = [];
        values.Add(Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length));
        return null;
    }

    async Task<Problem?> Receive(Stream content, string? name, CancellationToken stop)
    {
        var upload = await uploads.Receive(scope, content, name, key, stop);
        if (upload.Succeeded)
            received.Add(upload.Value.Id);
        return upload.Problem;
    }

    static string? NameOf(ContentDispositionHeaderValue disposition) =>
        disposition.FileNameStar is { Length: > 0 } wide ? wide.ToString() : disposition.FileName is { Length: > 0 } plain ? HeaderUtilities.RemoveQuotes(plain).ToString() : null;

    static Problem Broken() => new(ProblemKind.Invalid, "request.broken", "The request's parts end early or break the rules of multipart/form-data (RFC 7578). Send it again.");
}
