using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helios.Kernel.Commands;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helios.Web.Pages;

/// <summary>Reads a posted form into a command's input.</summary>
static class FormInput
{
    public static Outcome<TCommand> Read<TCommand>(IFormCollection form, RouteValueDictionary route, TimeZoneInfo zone)
        where TCommand : class
    {
        _ = zone;
        var json = new JsonObject();
        foreach (var property in HeliosJson.Options.GetTypeInfo(typeof(TCommand)).Properties)
        {
            if (route.TryGetValue(property.Name, out var part) && part is string text)
                json[property.Name] = text;
            else if (form.TryGetValue(property.Name, out var values))
                json[property.Name] = values[^1];
        }

        try
        {
            return json.Deserialize<TCommand>(HeliosJson.Options)!;
        }
        catch (JsonException e)
        {
            return Problem.Invalid(e.Path?.TrimStart('$', '.') ?? "", e.Message);
        }
    }

    public static CommandOptions OptionsOf(IFormCollection form) => new()
    {
        ExpectedVersion = long.TryParse(form["_version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
        IdempotencyKey = form["_key"] is [{ Length: > 0 } key] ? key : null,
    };
}
