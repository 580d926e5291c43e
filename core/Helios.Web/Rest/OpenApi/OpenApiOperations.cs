using System.Globalization;
using System.Text.Json.Nodes;
using Helios.Kernel.Commands;
using Helios.Kernel.Effects;
using Helios.Kernel.Files;
using Helios.Kernel.Queries;
using Helios.Kernel.Schemas;
using Helios.Web.Files;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Rest.OpenApi;

/// <summary>Describes single operations.</summary>
sealed class OpenApiOperations(SchemaExporter schemas, XmlDocs docs)
{
    /// <summary>The feature that an operation belongs to: the first part of its name.</summary>
    public static string TagOf(RestRoute route) => route.Name.Split('.')[0];

    /// <summary>The name of the shared answer of a refusal.</summary>
    public static string NameOf(int status) => string.Create(CultureInfo.InvariantCulture, $"Problem{status}");

    /// <summary>A command: its body, its headers, its answers.</summary>
    public JsonObject Command(RestRoute route, CommandDeclaration declared, bool makes)
    {
        var result = route.Result;
        var operation = Common(route, declared.Permission);
        var parameters = InPath(route);
        parameters.Add(OpenApiParameters.Parameter("Organization"));
        parameters.Add(OpenApiParameters.Parameter("IdempotencyKey"));
        parameters.Add(OpenApiParameters.Parameter("DryRun"));
        var hasTarget = route.Input.Fields.Any(field => field.Attributes.OfType<TargetAttribute>().Any());
        if (hasTarget || declared.NeedsVersion)
            parameters.Add(OpenApiParameters.Parameter(declared.NeedsVersion ? "IfMatchNeeded" : "IfMatch"));
        if (route.Files is not null)
            AddFieldsOfBody(route, parameters);
        operation["parameters"] = parameters;
        if (route.Input.Fields.Count > route.Parameters.Count)
            operation["requestBody"] = Body(route);

        List<int> refusals =
        [
            StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge,
            StatusCodes.Status415UnsupportedMediaType,
        ];
        if (hasTarget || declared.NeedsVersion)
            refusals.Add(StatusCodes.Status412PreconditionFailed);
        if (route.Files is not null)
            refusals.Add(StatusCodes.Status503ServiceUnavailable);
        if (declared.NeedsVersion)
            refusals.Add(StatusCodes.Status428PreconditionRequired);
        operation["responses"] = Responses(OrDry(Done(result, makes && result.HasKey, route.ResultType == typeof(OperationView)), declared), refusals);
        return operation;
    }

    /// <summary>A query: its parameters and its answers.</summary>
    public JsonObject Query(RestRoute route, QueryDeclaration declared)
    {
        if (route.AnswersFile)
            return route.IsStreamed ? Streamed(route, declared) : Content(route, declared);
        var result = route.Result;
        var operation = Common(route, declared.Permission);
        var parameters = InPath(route);
        foreach (var field in route.Input.Fields.Where(field => !route.Parameters.Contains(field.Name, StringComparer.Ordinal)))
            parameters.Add(OpenApiParameters.InAddress(field.Name, "query", field.IsRequired, schemas.Field(field)));
        parameters.Add(Fields(result));
        parameters.Add(OpenApiParameters.Parameter("Organization"));
        if (result.HasVersion)
            parameters.Add(OpenApiParameters.Parameter("IfNoneMatch"));
        operation["parameters"] = parameters;
        var done = Done(result, made: false);
        if (result.HasVersion)
            done["304"] = new JsonObject { ["description"] = "The version you have still stands." };
        operation["responses"] = Responses(done, [StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound]);
        return operation;
    }

    /// <summary>A query whose answer is a text that is written while it is sent.</summary>
    JsonObject Streamed(RestRoute route, QueryDeclaration declared)
    {
        var operation = Common(route, declared.Permission);
        var parameters = InPath(route);
        foreach (var field in route.Input.Fields.Where(field => !route.Parameters.Contains(field.Name, StringComparer.Ordinal)))
            parameters.Add(OpenApiParameters.InAddress(field.Name, "query", field.IsRequired, schemas.Field(field)));
        parameters.Add(OpenApiParameters.Parameter("Organization"));
        operation["parameters"] = parameters;
        operation["responses"] = Responses(
            new JsonObject { ["200"] = new JsonObject { ["description"] = "The file, as it is written.", ["content"] = new JsonObject { ["text/csv"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } }, ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "object" } } } } } },
            [StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound]);
        return operation;
    }

    /// <summary>A query whose answer is a file.</summary>
    JsonObject Content(RestRoute route, QueryDeclaration declared)
    {
        var operation = Common(route, declared.Permission);
        var parameters = InPath(route);
        parameters.Add(OpenApiParameters.Parameter("Organization"));
        parameters.Add(OpenApiParameters.Parameter("Range"));
        parameters.Add(OpenApiParameters.Parameter("IfNoneMatch"));
        operation["parameters"] = parameters;
        JsonObject File(string description) => new()
        {
            ["description"] = description,
            ["headers"] = new JsonObject { ["ETag"] = OpenApiParameters.Header("ETag") },
            ["content"] = new JsonObject { [MediaTypes.Unknown] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["contentMediaType"] = MediaTypes.Unknown } } },
        };
        operation["responses"] = Responses(
            new JsonObject
            {
                ["200"] = File("The content."),
                ["206"] = File("The part that Range asks for."),
                ["304"] = new JsonObject { ["description"] = "The content you have still stands." },
                ["416"] = new JsonObject { ["description"] = "The content has no such part." },
            },
            [StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound]);
        return operation;
    }

    JsonObject Common(RestRoute route, string? permission)
    {
        var operation = new JsonObject { ["operationId"] = route.Name, ["tags"] = new JsonArray(TagOf(route)) };
        var summary = docs.Of(route.InputType);
        if (summary is not null)
            operation["summary"] = FirstSentence(summary);
        var description = string.Join(' ', new[] { summary, permission is null ? null : $"Needs the permission {permission}." }.OfType<string>());
        if (description.Length > 0)
            operation["description"] = description;
        return operation;
    }

    void AddFieldsOfBody(RestRoute route, JsonArray parameters)
    {
        foreach (var field in route.Input.Fields.Where(field => field.Name != route.Files!.Name && !route.Parameters.Contains(field.Name, StringComparer.Ordinal)))
        {
            var schema = schemas.Field(field);
            schema["description"] = $"Where the body is a file: {schema["description"]}";
            parameters.Add(OpenApiParameters.InAddress(field.Name, "query", required: false, schema));
        }

        parameters.Add(OpenApiParameters.InAddress(RestFiles.NameParameter, "query", required: false, new JsonObject { ["type"] = "string", ["description"] = "Where the body is a file: its name; or send Content-Disposition." }));
    }

    JsonArray InPath(RestRoute route) =>
        [.. route.Parameters.Select(name => OpenApiParameters.InAddress(name, "path", required: true, schemas.Field(route.Input.Field(name)!)))];

    JsonObject Body(RestRoute route)
    {
        var inPath = route.Parameters.ToHashSet(StringComparer.Ordinal);
        return new JsonObject
        {
            ["required"] = route.Input.Fields.Any(field => field.IsRequired && !inPath.Contains(field.Name)),
            ["content"] = route.Files is { } files ? WithFiles(route, files, inPath) : Json(schemas.Record(route.InputType, inPath)),
        };
    }

    /// <summary>Files come before the command, with it, or as the body; then the other fields stand behind the question mark.</summary>
    JsonObject WithFiles(RestRoute route, UploadField files, IReadOnlySet<string> inPath)
    {
        var content = Json(schemas.Record(route.InputType, inPath));
        var parts = schemas.Record(route.InputType, inPath);
        var file = new JsonObject { ["type"] = "string", ["contentMediaType"] = MediaTypes.Unknown };
        parts["properties"]![files.Name] = files.IsList ? new JsonObject { ["type"] = "array", ["items"] = file, ["maxItems"] = files.Most } : file;
        content["multipart/form-data"] = new JsonObject { ["schema"] = parts };
        content["*/*"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["contentMediaType"] = MediaTypes.Unknown, ["description"] = "The file itself." } };
        return content;
    }

    static JsonObject Fields(ResultShape result) => new()
    {
        ["name"] = FieldSelection.Parameter,
        ["in"] = "query",
        ["description"] = result.Items is null ? "Only these fields of the answer." : "Only these fields of each item.",
        ["style"] = "form",
        ["explode"] = false,
        ["schema"] = new JsonObject
        {
            ["type"] = "array",
            ["minItems"] = 1,
            ["items"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. result.Selectable.Select(name => JsonValue.Create(name))]) },
        },
    };

    JsonObject Done(ResultShape result, bool made, bool isEffect = false)
    {
        if (result.IsNothing)
            return new JsonObject { ["204"] = new JsonObject { ["description"] = "Done." } };
        var response = new JsonObject
        {
            ["description"] = docs.Of(result.Contract.Json.Type) ?? (made ? "What was made." : "The answer."),
            ["content"] = Json(schemas.Reference(result.Contract.Json.Type)),
        };
        var headers = new JsonObject();
        if (result.HasVersion)
            headers["ETag"] = OpenApiParameters.Header("ETag");
        if (made)
            headers["Location"] = OpenApiParameters.Header("Location");
        if (headers.Count > 0)
            response["headers"] = headers;
        var done = new JsonObject { [made ? "201" : "200"] = response };
        if (isEffect)
        {
            done["202"] = response.DeepClone();
            done["202"]!["description"] = "It takes longer than ten seconds. Its address tells how far it is.";
            done["202"]!["headers"] = new JsonObject { ["Location"] = OpenApiParameters.Header("Location") };
        }

        return done;
    }

    /// <summary>Adds to the answers of a command what a dry run answers, and the act's id.</summary>
    JsonObject OrDry(JsonObject done, CommandDeclaration declared)
    {
        var dry = schemas.Reference(typeof(DryRunAnswer));
        if (declared.NotUndoableBecause is null)
            foreach (var (_, response) in done)
                Headers(response!.AsObject())["Helios-Run"] = OpenApiParameters.Header("Run");
        if (done["200"]?["content"]?["application/json"] is JsonObject content)
            content["schema"] = new JsonObject { ["anyOf"] = new JsonArray(content["schema"]!.DeepClone(), dry) };
        else
            done["200"] = new JsonObject { ["description"] = "What a dry run tells.", ["content"] = Json(dry) };
        return done;
    }

    static JsonObject Headers(JsonObject response)
    {
        if (response["headers"] is not JsonObject headers)
            response["headers"] = headers = [];
        return headers;
    }

    static JsonObject Responses(JsonObject done, IEnumerable<int> refusals)
    {
        int[] always = [StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError];
        foreach (var status in refusals.Concat(always).Order())
            done[status.ToString(CultureInfo.InvariantCulture)] = new JsonObject { ["$ref"] = "#/components/responses/" + NameOf(status) };
        return done;
    }

    static JsonObject Json(JsonObject schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    static string FirstSentence(string text) => text.IndexOf(". ", StringComparison.Ordinal) is var end and >= 0 ? text[..end] : text.TrimEnd('.');
}
