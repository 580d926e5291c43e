using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;

namespace Helios.Web.Rest.OpenApi;

/// <summary>The parameters and headers that many operations share.</summary>
static class OpenApiParameters
{
    /// <summary>Refers to a shared parameter.</summary>
    public static JsonObject Parameter(string name) => new() { ["$ref"] = "#/components/parameters/" + name };

    /// <summary>Refers to a shared header of answers.</summary>
    public static JsonObject Header(string name) => new() { ["$ref"] = "#/components/headers/" + name };

    public static JsonObject Shared() => new()
    {
        ["Organization"] = Sent(RestHeaders.Organization, "The organization's slug, where the token's account has several.", required: false),
        ["IdempotencyKey"] = Sent(RestHeaders.IdempotencyKey, "A key of your own: the same key runs once and answers the same.", required: false),
        ["DryRun"] = new JsonObject
        {
            ["name"] = RestHeaders.DryRun,
            ["in"] = "query",
            ["description"] = "With true nothing is done: the answer is 200 with the events that there would have been.",
            ["schema"] = new JsonObject { ["type"] = "boolean", ["default"] = false },
        },
        ["IfMatch"] = Sent(HeaderNames.IfMatch, "The ETag of your last read, such as \"3\". Another version is refused with 412.", required: false),
        ["IfMatchNeeded"] = Sent(HeaderNames.IfMatch, "The ETag of your last read, such as \"3\". Another version is refused with 412, none with 428.", required: true),
        ["Range"] = Sent(HeaderNames.Range, "A part of the content, such as bytes=0-1023.", required: false),
        ["IfNoneMatch"] = Sent(HeaderNames.IfNoneMatch, "The ETag of your last read: 304 when it still stands.", required: false),
    };

    public static JsonObject Headers() => new()
    {
        ["ETag"] = Answered("The version, for If-Match and If-None-Match.", "string"),
        ["Run"] = Answered("The act, for POST /undo/{run}; missing where it can't be undone.", "string"),
        ["Location"] = Answered("The address of what was made.", "string"),
        ["RetryAfter"] = Answered("Seconds to wait.", "integer"),
    };

    /// <summary>A parameter in the address or behind the question mark.</summary>
    public static JsonObject InAddress(string name, string place, bool required, JsonObject schema)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place };
        if (required)
            parameter["required"] = true;
        if (schema["description"]?.GetValue<string>() is { } description)
            parameter["description"] = description;
        schema.Remove("description");
        parameter["schema"] = WithoutNull(schema);
        return parameter;
    }

    // An address cannot say null.
    static JsonObject WithoutNull(JsonObject schema)
    {
        if (schema["type"] is JsonArray types)
            schema["type"] = types[0]!.GetValue<string>();
        if (schema["enum"] is JsonArray words)
            words.RemoveAll(word => word is null);
        if (schema["anyOf"]?[0] is JsonObject only)
        {
            schema.Clear();
            return only.DeepClone().AsObject();
        }

        return schema;
    }

    static JsonObject Sent(string name, string description, bool required) => new()
    {
        ["name"] = name,
        ["in"] = "header",
        ["required"] = required,
        ["description"] = description,
        ["schema"] = name == RestHeaders.IdempotencyKey
            ? new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = RestHeaders.LongestKey }
            : new JsonObject { ["type"] = "string" },
    };

    static JsonObject Answered(string description, string type) =>
        new() { ["description"] = description, ["schema"] = new JsonObject { ["type"] = type } };
}
