using System.Text.Json.Nodes;

namespace Helios.Tests.Growing;

/// <summary>Views and completion: which list they are of, what it can show, and what was deleted before.</summary>
static class ViewRecipes
{
    public static IReadOnlyDictionary<string, Func<Sampler, JsonObject, Task>> Inputs { get; } = new Dictionary<string, Func<Sampler, JsonObject, Task>>(StringComparer.Ordinal)
    {
        ["filters.complete"] = (s, sent) =>
        {
            sent["kind"] = "ticket";
            sent.Remove("q");
            return Task.CompletedTask;
        },
        ["lists.export"] = (s, sent) =>
        {
            sent["kind"] = "ticket";
            foreach (var field in new[] { "q", "sort", "columns", "format" })
                sent.Remove(field);
            return Task.CompletedTask;
        },
        ["views.create"] = (s, sent) => Shows(sent, "kind"),
        ["views.update"] = (s, sent) => Shows(sent, null),
        ["views.place"] = (s, sent) =>
        {
            sent["kind"] = "ticket";
            sent["view"] = "all";
            return Task.CompletedTask;
        },
        ["views.list"] = (s, sent) => IdentityRecipes.Put(sent, "kind", "ticket"),
        ["views.count"] = (s, sent) => IdentityRecipes.Put(sent, "kind", "ticket"),
        ["views.restore"] = async (s, sent) =>
        {
            // Of a view that is not shared nobody else knows.
            var delete = s.House.Everything.Single(known => known.Name == "views.delete");
            (await Samples.Send(s.House, delete, new JsonObject { ["view"] = sent["view"]!.DeepClone() }, s.Viewer.Actor.IsStaff ? s.Tenant.Owner : s.Viewer)).Expect();
        },
    };

    /// <summary>A filter, an order and columns that the list of tickets has, where the input says anything of them.</summary>
    static Task Shows(JsonObject sent, string? kind)
    {
        if (kind is not null)
            sent[kind] = "ticket";
        if (sent.ContainsKey("filter"))
            sent["filter"] = "status:open";
        if (sent.ContainsKey("sort"))
            sent["sort"] = "-created";
        if (sent.ContainsKey("columns"))
            sent["columns"] = new JsonArray("key", "state");
        return Task.CompletedTask;
    }
}
