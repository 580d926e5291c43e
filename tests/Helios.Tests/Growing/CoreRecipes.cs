using System.Text.Json.Nodes;

namespace Helios.Tests.Growing;

/// <summary>The directory, organizations, links and tags.</summary>
static class CoreRecipes
{
    public static IReadOnlyDictionary<string, Func<Sampler, JsonObject, Task>> Inputs { get; } = new Dictionary<string, Func<Sampler, JsonObject, Task>>(StringComparer.Ordinal)
    {
        ["users.restore"] = (s, sent) => Recipes.First(s, "users.archive", Only(sent, "user")),
        ["users.reactivate"] = (s, sent) => Recipes.First(s, "users.deactivate", Only(sent, "user")),
        ["locations.restore"] = (s, sent) => Recipes.First(s, "locations.archive", Only(sent, "location")),
        ["links.add"] = (s, sent) => IdentityRecipes.Put(sent, "relation", "related"),
        ["tags.remove"] = async (s, sent) => await Recipes.First(s, "tags.add", Only(sent, "entity", "tag")),
        ["undo.run"] = async (s, sent) =>
        {
            var entity = await s.Entity(typeof(Kernel.Entities.Entity));
            var comment = s.House.Everything.Single(known => known.Name == "comments.add");
            var report = new Kernel.Commands.CommandReport();
            var input = new JsonObject { ["entity"] = entity.Id.ToString(), ["body"] = "Undone soon.", ["audience"] = "requester" };
            await Samples.Send(s.House, comment, input, s.Viewer, new Kernel.Commands.CommandOptions { Report = report });
            sent["run"] = report.Run?.ToString() ?? throw new InvalidOperationException("There is nothing to undo.");
        },
        ["organizations.update"] = async (s, sent) =>
        {
            // Two zones in turn, so that each run changes something.
            var zone = await s.House.One<string>("select zone from platform.organization where id = $1", s.Tenant.Organization.Id);
            sent["zone"] = zone == "Europe/Berlin" ? "Europe/Paris" : "Europe/Berlin";
        },
        ["organizations.reveal_recovery_copy"] = (s, sent) => Unsaved(s),
        ["organizations.save_recovery_copy"] = async (s, sent) =>
        {
            sent["saved"] = true;
            await Unsaved(s);
        },
        ["modules.switch"] = async (s, sent) =>
        {
            var module = s.House.Registry.Modules.First(module => module.IsOptional).Id;
            sent["module"] = module;
            sent["on"] = await s.House.One<long>("select count(*) from platform.module_switch where organization_id = $1 and module = $2 and not is_on", s.Tenant.Organization.Id, module) > 0;
        },
        ["search.everything"] = (s, sent) => IdentityRecipes.Put(sent, "q", "Sample"),
    };

    static JsonObject Only(JsonObject sent, params string[] names) => new(names.Select(name => KeyValuePair.Create(name, sent[name]?.DeepClone())));

    static Task Unsaved(Sampler sampler) => sampler.House.Sql("update platform.root_key set recovery_saved_at = null");
}
