using System.Globalization;
using System.Text.Json.Nodes;
using Helios.Kernel.Commands;
using Helios.Kernel.Queries;
using Helios.Kernel.Schemas;
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
        var result = new ResultShape(route.ResultType);
        var operation = Common(route, declared.Permission);
        var parameters = InPath(route);
        parameters.Add(OpenApiParameters.Parameter("Organization"));
        parameters.Add(OpenApiParameters.Parameter("IdempotencyKey"));
        parameters.Add(OpenApiParameters.Parameter("DryRun"));
        var hasTarget = route.Input.Fields.Any(field => field.Attributes.OfType<TargetAttribute>().Any());
        if (hasTarget || declared.NeedsVersion)
            parameters.Add(OpenApiParameters.Parameter(declared.NeedsVersion ? "IfMatchNeeded" : "IfMatch"));
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
        if (declared.NeedsVersion)
            refusals.Add(StatusCodes.Status428PreconditionRequired);
        operation["responses"] = Responses(OrDry(Done(result, makes && result.HasKey), declared), refusals);
        return operation;
    }

    /// <summary>A query: its parameters and its answers.</summary>
    public JsonObject Query(RestRoute route, QueryDeclaration declared)
    {
        var result = new ResultShape(route.ResultType);
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

    JsonArray InPath(RestRoute route) =>
        [.. route.Parameters.Select(name => OpenApiParameters.InAddress(name, "path", required: true, schemas.Field(route.Input.Field(name)!)))];

    JsonObject Body(RestRoute route)
    {
        var inPath = route.Parameters.ToHashSet(StringComparer.Ordinal);
        return new JsonObject
        {
            ["required"] = route.Input.Fields.Any(field => field.IsRequired && !inPath.Contains(field.Name)),
            ["content"] = Json(schemas.Record(route.InputType, inPath)),
        };
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

    JsonObject Done(ResultShape result, bool made)
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
        return new JsonObject { [made ? "201" : "200"] = response };
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
