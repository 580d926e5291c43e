using System.Text.Json.Nodes;
using Helios.Kernel.Events;
using Helios.Kernel.Secrets;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Tests.Growing;

/// <summary>The directory, organizations, links and tags.</summary>
static class CoreRecipes
{
    public static IReadOnlyDictionary<string, Func<Sampler, JsonObject, Task>> Inputs { get; } = new Dictionary<string, Func<Sampler, JsonObject, Task>>(StringComparer.Ordinal)
    {
        ["users.restore"] = (s, sent) => Recipes.First(s, "users.archive", Only(sent, "user")),
        ["users.reactivate"] = (s, sent) => Recipes.First(s, "users.deactivate", Only(sent, "user")),
        ["locations.restore"] = (s, sent) => Recipes.First(s, "locations.archive", Only(sent, "location")),
        ["links.add"] = (s, sent) =>
        {
            // One that holds: it can be ended.
            sent.Remove("until");
            return IdentityRecipes.Put(sent, "relation", "related");
        },
        ["relations.add"] = Relation,
        ["relations.update"] = Relation,
        ["relations.restore"] = (s, sent) => Recipes.First(s, "relations.archive", Only(sent, "relation")),
        ["tags.update"] = async (s, sent) =>
        {
            sent["tag"] = await Tag(s);
            sent["color"] = "blue";
        },
        ["tags.archive"] = async (s, sent) => sent["tag"] = await Tag(s),
        ["tags.restore"] = async (s, sent) =>
        {
            sent["tag"] = await Tag(s);
            await Recipes.First(s, "tags.archive", Only(sent, "tag"));
        },
        ["tags.merge"] = async (s, sent) => (sent["tag"], sent["into"]) = (await Tag(s), await Tag(s)),
        ["tags.finish_merge"] = async (s, sent) =>
        {
            var (tag, into) = (await Tag(s), await Tag(s));
            await s.House.Sql("update tag set merging_into = $3 where organization_id = $1 and key = $2", s.Tenant.Organization.Id, tag, into);
            sent["tag"] = tag;
        },
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
            sent["words"] = string.Join(' ', RecoveryCopy.Words(s.House.App.Services.GetRequiredService<RootKey>()));
            await Unsaved(s);
        },
        ["modules.switch"] = async (s, sent) =>
        {
            var module = s.House.Registry.Modules.First(module => module.IsOptional).Id;
            sent["module"] = module;
            sent["on"] = await s.House.One<long>("select count(*) from platform.module_switch where organization_id = $1 and module = $2 and not is_on", s.Tenant.Organization.Id, module) > 0;
        },
        ["audit.verify"] = (s, sent) => Idle(s),
        ["audit.make_checkpoint"] = (s, sent) => s.House.App.Services.GetRequiredService<Sealer>().SealAll(CancellationToken.None),
        ["audit.erase_person"] = async (s, sent) =>
        {
            await Idle(s);
            await Recipes.First(s, "users.archive", Only(sent, "user"));
            sent["confirm"] = await s.House.One<string>("select key from \"user\" where id = $1", Guid.Parse((string)sent["user"]!));
        },
        ["secrets.rotate_key"] = (s, sent) => Idle(s),
        ["search.everything"] = (s, sent) => IdentityRecipes.Put(sent, "q", "Sample"),
    };

    /// <summary>Kinds that there are, and a name that nobody has.</summary>
    static Task Relation(Sampler sampler, JsonObject sent)
    {
        foreach (var field in new[] { "fromKinds", "toKinds" })
            if (sent.ContainsKey(field))
                sent[field] = new JsonArray("user");
        if (sent.ContainsKey("name"))
            sent["name"] = $"sample_{sampler.House.Next()}";
        return Task.CompletedTask;
    }

    /// <summary>The key of a new tag that something has.</summary>
    static async Task<string> Tag(Sampler sampler)
    {
        var name = $"sample {sampler.House.Next()}";
        await Recipes.First(sampler.AsOwner, "tags.add", new JsonObject { ["entity"] = await Recipes.New(sampler, "location"), ["tag"] = name });
        return name;
    }

    static JsonObject Only(JsonObject sent, params string[] names) => new(names.Select(name => KeyValuePair.Create(name, sent[name]?.DeepClone())));

    /// <summary>Nothing works in the background of the house, so what waits is said to be done.</summary>
    static Task Idle(Sampler sampler) => sampler.House.Sql("update platform.job set state = 'done' where name in ('secrets.reseal', 'audit.verify_chain', 'audit.erase_values')");

    static Task Unsaved(Sampler sampler) => sampler.House.Sql("update platform.root_key set recovery_saved_at = null");
}
