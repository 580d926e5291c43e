using System.Text.Json.Nodes;

namespace Helios.Tests.Growing;

/// <summary>Fields and labels: kinds that have them, words that are new.</summary>
static class FieldRecipes
{
    public static IReadOnlyDictionary<string, Func<Sampler, JsonObject, Task>> Inputs { get; } = new Dictionary<string, Func<Sampler, JsonObject, Task>>(StringComparer.Ordinal)
    {
        ["fields.create"] = async (s, sent) =>
        {
            await Recipes.Room(s);
            sent["kind"] = "location";
            sent["type"] = "text";
            NotNeeded(sent);
            foreach (var name in (string[])["apiName", "default", "choices"])
                sent.Remove(name);
        },
        ["fields.update"] = (s, sent) =>
        {
            sent["name"] = $"Renamed {s.House.Next()}";
            NotNeeded(sent);
            foreach (var name in (string[])["default", "choices"])
                sent.Remove(name);
            return Task.CompletedTask;
        },
        ["fields.restore"] = (s, sent) => Recipes.First(s, "fields.archive", new JsonObject { ["field"] = sent["field"]!.DeepClone() }),
        ["fields.reorder"] = async (s, sent) =>
        {
            for (var i = 0; i < 2; i++)
                await Recipes.First(s, "fields.create", new JsonObject { ["kind"] = "location", ["name"] = $"Sample {s.House.Next()}", ["type"] = "text" });
            var last = await s.House.One<string>("select api_name from custom_field where organization_id = $1 and kind = 'location' order by position desc, id desc limit 1", s.Tenant.Organization.Id);
            sent["kind"] = "location";
            sent["order"] = new JsonArray(last);
        },
        ["fields.reindex"] = (s, sent) =>
        {
            sent.Remove("after");
            return Task.CompletedTask;
        },
        ["labels.set"] = (s, sent) => IdentityRecipes.Put(sent, "label", "location", "one", $"Site {s.House.Next()}", "many", $"Sites {s.House.Next()}"),
        ["labels.reset"] = async (s, sent) =>
        {
            await Recipes.First(s, "labels.set", new JsonObject { ["label"] = "location", ["one"] = $"Site {s.House.Next()}" });
            sent["label"] = "location";
        },
    };

    /// <summary>A field that is needed would be missing in every later sample of its kind.</summary>
    static void NotNeeded(JsonObject sent)
    {
        if (sent.ContainsKey("isRequired"))
            sent["isRequired"] = false;
    }
}
