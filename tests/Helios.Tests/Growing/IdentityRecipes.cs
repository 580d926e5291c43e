using System.Text.Json.Nodes;
using Helios.Core.Identity.Commands;
using Helios.Kernel.Scopes;

namespace Helios.Tests.Growing;

/// <summary>Accounts: passwords that are right, people who have an account.</summary>
static class IdentityRecipes
{
    public static IReadOnlyDictionary<string, Func<Sampler, JsonObject, Task>> Inputs { get; } = new Dictionary<string, Func<Sampler, JsonObject, Task>>(StringComparer.Ordinal)
    {
        ["account.change_password"] = (s, sent) => s.House.ResetPassword(s.Viewer.Actor.AccountId!.Value),
        ["users.invite"] = (s, sent) => Put(sent, "role", Roles.User),
        ["users.set_role"] = async (s, sent) =>
        {
            await Member(s, sent);
            sent["role"] = s.Viewer.Actor.Role == Roles.Owner ? Roles.ItStaff : Roles.User;
        },
        ["users.disable_account"] = Member,
        ["users.enable_account"] = async (s, sent) =>
        {
            await Member(s, sent);
            await Recipes.First(s, "users.disable_account", (JsonObject)sent.DeepClone());
        },
        ["account.set_appearance"] = (s, sent) => Put(sent, "theme", s.House.Next() % 2 == 0 ? "light" : "dark"),
        ["organizations.setup"] = (s, sent) => Put(sent, "slug", $"sample-{s.House.Next()}", "mail", $"founder{s.House.Next()}@larkspur.example"),
        ["account.join"] = (s, sent) => Put(sent, "mail", $"guest{s.House.Next()}@larkspur.example"),
    };

    /// <summary>A token of the viewer. The result of making one does not name its row, lest a stored answer help anybody.</summary>
    public static async Task<Made> Token(Sampler sampler)
    {
        var made = (await sampler.House.Do(new CreateToken($"Sample {sampler.House.Next()}", 30), sampler.Viewer)).Expect();
        return new Made(await sampler.House.One<Guid>("select id from platform.access_token where handle = $1", made.Handle), null);
    }

    /// <summary>Somebody who has an account: a new one, since it is going to change.</summary>
    static async Task Member(Sampler sampler, JsonObject sent) => sent["user"] = (await sampler.House.Join(sampler.Tenant, Roles.User)).Actor.UserId!.Value.ToString();

    internal static Task Put(JsonObject sent, params string[] pairs)
    {
        for (var i = 0; i < pairs.Length; i += 2)
            sent[pairs[i]] = pairs[i + 1];
        return Task.CompletedTask;
    }
}
