using System.Text.Json.Nodes;

namespace Helios.Tests.Growing;

/// <summary>Bulk changes: an act that fits its records, states that come before others.</summary>
static class BulkRecipes
{
    public static IReadOnlyDictionary<string, Func<Sampler, JsonObject, Task>> Inputs { get; } = new Dictionary<string, Func<Sampler, JsonObject, Task>>(StringComparer.Ordinal)
    {
        ["bulk.start"] = async (s, sent) =>
        {
            Archive(sent);
            sent["targets"] = new JsonArray(await Recipes.New(s, "location"));
            sent.Remove("filter");
        },
        ["bulk.count"] = (_, sent) =>
        {
            sent["kind"] = "location";
            sent["filter"] = "";
            return Task.CompletedTask;
        },
        ["bulk.continue"] = (s, sent) => Recipes.First(s, "bulk.cancel", new JsonObject { ["bulk"] = sent["bulk"]!.DeepClone() }),
        ["bulk.fill"] = async (s, sent) =>
        {
            var start = new JsonObject { ["filter"] = "" };
            Archive(start);
            await Recipes.First(s, "bulk.start", start);
            sent["bulk"] = (await s.House.One<string>("select key from bulk_change where organization_id = $1 and rows is null order by id desc limit 1", s.Tenant.Organization.Id))!;
        },
        ["bulk.advance"] = async (s, sent) =>
            await s.House.Sql("update bulk_row set outcome = 'done' where bulk_id = $1", Guid.Parse((string)sent["bulk"]!)),
    };

    static void Archive(JsonObject sent)
    {
        sent["command"] = "locations.archive";
        sent["kind"] = "location";
        sent.Remove("input");
    }
}
