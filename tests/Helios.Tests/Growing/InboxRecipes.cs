using System.Text.Json.Nodes;
using Helios.Kernel.Scopes;

namespace Helios.Tests.Growing;

/// <summary>Watchers, mentions and inboxes.</summary>
static class InboxRecipes
{
    public static IReadOnlyDictionary<string, Func<Sampler, JsonObject, Task>> Inputs { get; } = new Dictionary<string, Func<Sampler, JsonObject, Task>>(StringComparer.Ordinal)
    {
        ["watchers.add"] = Staff,
        ["watchers.remove"] = async (s, sent) =>
        {
            await Staff(s, sent);
            var added = new JsonObject { ["entity"] = sent["entity"]!.DeepClone() };
            if (sent["user"] is { } user)
                added["user"] = user.DeepClone();
            if (s.Viewer.Actor.IsStaff)
                await Samples.Send(s.House, s.House.Everything.Single(known => known.Name == "watchers.add"), added, s.Viewer);
        },
        ["comments.add"] = async (s, sent) =>
        {
            sent["audience"] = s.Viewer.Actor.IsStaff ? "internal" : "requester";
            if (!s.Viewer.Actor.IsStaff || !sent.Remove("mentions"))
            {
                sent.Remove("mentions");
                return;
            }

            var colleague = s.Tenant.Members[Roles.ItStaff].Actor.UserId!.Value;
            sent["mentions"] = new JsonArray(colleague.ToString());
            sent["body"] = $"Sample @{await s.House.One<string>("select key from entity where id = $1", colleague)}";
        },
        ["inbox.set_notifications"] = (s, sent) =>
        {
            sent["inbox"] = new JsonArray("mentioned");
            sent["watch"] = new JsonArray(s.House.Next() % 2 == 0 ? "created" : "assigned");
            return Task.CompletedTask;
        },
    };

    /// <summary>An entry of the viewer's inbox. No command makes one: inboxes are made from events.</summary>
    public static async Task<Made> Entry(Sampler sampler)
    {
        var entity = await sampler.Entity(typeof(Kernel.Entities.Entity));
        var id = Guid.CreateVersion7();
        await sampler.House.Sql(
            """
            insert into inbox_entry (organization_id, id, user_id, entity_id, reason, audience, updates, seq, event_id, happened_at, is_unread)
            values ($1, $2, $3, $4, 'watching', 'requester', 1, 1, uuidv7(), now(), true)
            on conflict (organization_id, user_id, entity_id) do update set id = excluded.id, is_unread = true, archived_at = null
            """, sampler.Tenant.Organization.Id, id, sampler.Viewer.Actor.UserId!, entity.Id);
        return new Made(id, null);
    }

    static Task Staff(Sampler sampler, JsonObject sent)
    {
        if (sent.ContainsKey("user"))
            sent["user"] = sampler.Tenant.Members[Roles.ItStaff].Actor.UserId!.Value.ToString();
        return Task.CompletedTask;
    }
}
