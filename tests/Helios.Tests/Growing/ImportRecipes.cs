using System.Text;
using System.Text.Json.Nodes;

namespace Helios.Tests.Growing;

/// <summary>Imports: a file that can be read, rows that belong to it.</summary>
static class ImportRecipes
{
    public static IReadOnlyDictionary<string, Func<Sampler, JsonObject, Task>> Inputs { get; } = new Dictionary<string, Func<Sampler, JsonObject, Task>>(StringComparer.Ordinal)
    {
        ["imports.upload"] = (s, sent) => IdentityRecipes.Put(sent, "target", "location", "fileName", "sample.csv", "content", Base64("Name,Part of\nSample,Nowhere")),
        ["imports.choose_columns"] = (s, sent) =>
        {
            sent["columns"] = new JsonArray("name", "");
            return Task.CompletedTask;
        },
        ["imports.plan"] = async (s, sent) => sent["import"] = await Upload(s, "location", "Name\nSample"),
        ["imports.advance"] = (s, sent) => Refused(s, sent),
        ["imports.refuse_row"] = (s, sent) => Row(s, sent),
        ["locations.import"] = (s, sent) => Row(s, sent),
        ["users.import"] = async (s, sent) =>
        {
            sent["import"] = await Upload(s, "user", People);
            await Row(s, sent);
            sent["cells"]!.AsArray().Add(JsonValue.Create($"imported{s.House.Next()}"));
        },
        ["locations.settle_import"] = (s, sent) => Settle(s, sent, "location", "Name,Part of\nSample,Nowhere"),
        ["users.settle_import"] = (s, sent) => Settle(s, sent, "user", People),
    };

    const string People = "Name,User name,Manager\nSample,sample,Nobody";

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    static Task Row(Sampler sampler, JsonObject sent)
    {
        sent["number"] = 2 + sampler.House.Next();
        sent["cells"] = new JsonArray($"Imported {sampler.House.Next()}");
        return Task.CompletedTask;
    }

    /// <summary>An import of which one row was refused, so that there is something to count.</summary>
    static Task Refused(Sampler sampler, JsonObject sent) => Recipes.First(sampler, "imports.refuse_row", new JsonObject
    {
        ["import"] = sent["import"]!.DeepClone(),
        ["number"] = 2,
        ["title"] = "Sample",
        ["cells"] = new JsonArray("Sample"),
        ["reason"] = "For a sample.",
    });

    /// <summary>A row whose manager, or whose whole, comes later than itself.</summary>
    static async Task Settle(Sampler sampler, JsonObject sent, string kind, string csv)
    {
        var later = $"Later {sampler.House.Next()}";
        sent["import"] = await Upload(sampler, kind, csv);
        sent["number"] = 2;
        await Recipes.First(sampler, $"{kind}s.import", new JsonObject
        {
            ["import"] = sent["import"]!.DeepClone(),
            ["number"] = 2,
            ["cells"] = kind == "user" ? new JsonArray($"Sooner {sampler.House.Next()}", $"sooner{sampler.House.Next()}", later) : new JsonArray($"Sooner {sampler.House.Next()}", later),
        });
        await Recipes.First(sampler, $"{kind}s.create", new JsonObject { ["name"] = later });
    }

    static async Task<JsonNode> Upload(Sampler sampler, string target, string csv)
    {
        var declared = sampler.House.Everything.Single(known => known.Name == "imports.upload");
        var sent = new JsonObject { ["target"] = target, ["fileName"] = "sample.csv", ["content"] = Base64(csv) };
        var outcome = await Samples.Send(sampler.House, declared, sent, sampler.Tenant.Owner);
        if (!outcome.Succeeded)
            throw new InvalidOperationException(Samples.Complaint(declared, outcome.Problem));
        return JsonValue.Create(outcome.Value.GetType().GetProperty("Id")!.GetValue(outcome.Value)!.ToString()!);
    }
}
