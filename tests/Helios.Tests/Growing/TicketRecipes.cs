using System.Text.Json.Nodes;
using Helios.Kernel.Scopes;

namespace Helios.Tests.Growing;

/// <summary>Tickets: who can be an assignee, who may ask for whom, which state comes first.</summary>
static class TicketRecipes
{
    public static IReadOnlyDictionary<string, Func<Sampler, JsonObject, Task>> Inputs { get; } = new Dictionary<string, Func<Sampler, JsonObject, Task>>(StringComparer.Ordinal)
    {
        ["tickets.create"] = (s, sent) =>
        {
            Staff(s, sent);
            if (!s.Viewer.Actor.IsStaff)
                sent.Remove("requester");
            return Task.CompletedTask;
        },
        ["tickets.assign"] = (s, sent) =>
        {
            Staff(s, sent);
            return Task.CompletedTask;
        },
        ["tickets.set_status"] = (s, sent) => IdentityRecipes.Put(sent, "status", "waiting"),
        ["tickets.set_closing"] = (s, sent) =>
        {
            sent["closeAfterDays"] = 8 + (s.House.Next() % 300);
            return Task.CompletedTask;
        },
        ["tickets.reopen"] = (s, sent) => Recipes.First(s, "tickets.close", new JsonObject { ["ticket"] = sent["ticket"]!.DeepClone() }),
    };

    static void Staff(Sampler sampler, JsonObject sent)
    {
        if (sent.ContainsKey("assignee"))
            sent["assignee"] = sampler.Tenant.Members[Roles.ItStaff].Actor.UserId!.Value.ToString();
    }
}
