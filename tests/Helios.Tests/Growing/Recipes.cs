using System.Text.Json.Nodes;
using Helios.Core.Attachments;
using Helios.Core.Identity.Sessions;
using Helios.Core.Identity.Tokens;
using Helios.Core.Notifications;
using Helios.Kernel.Effects;
using Helios.Kernel.Files;
using Helios.Kernel.Jobs;
using Helios.Kernel.Scopes;

namespace Helios.Tests.Growing;

/// <summary>What no input record says of itself: states that must hold before, names that mean something, one-time links.</summary>
public static class Recipes
{
    /// <summary>Changes a generated input, or what it meets, so that the command has something to do.</summary>
    public static IReadOnlyDictionary<string, Func<Sampler, JsonObject, Task>> Inputs { get; } =
        new[] { IdentityRecipes.Inputs, ImportRecipes.Inputs, BulkRecipes.Inputs, CoreRecipes.Inputs, FieldRecipes.Inputs, InboxRecipes.Inputs, TicketRecipes.Inputs, JobRecipes.Inputs, ViewRecipes.Inputs }.SelectMany(recipes => recipes).ToDictionary(StringComparer.Ordinal);

    /// <summary>Who runs what nobody with a role runs.</summary>
    public static IReadOnlyDictionary<string, Func<Sampler, Task<Scope>>> Actors { get; } = new Dictionary<string, Func<Sampler, Task<Scope>>>(StringComparer.Ordinal)
    {
        ["organizations.setup"] = s => s.House.SetupGuest(),
        ["account.join"] = async s => (await s.House.Invite(s.Tenant, Roles.User)).Guest,
        ["account.invitation"] = async s => (await s.House.Invite(s.Tenant, Roles.User)).Guest,
    };

    /// <summary>Rows that no command's result names.</summary>
    public static IReadOnlyDictionary<Type, Func<Sampler, Task<Made>>> Rows { get; } = new Dictionary<Type, Func<Sampler, Task<Made>>>
    {
        [typeof(Session)] = async s => new Made(await s.House.Session(s.Viewer.Actor.AccountId!.Value), null),
        [typeof(InboxEntry)] = InboxRecipes.Entry,
        [typeof(AccessToken)] = IdentityRecipes.Token,
        [typeof(Upload)] = FileRecipes.Upload,
        [typeof(Attachment)] = FileRecipes.Attachment,
        [typeof(Operation)] = JobRecipes.Operation,
        [typeof(Job)] = JobRecipes.Job,
        [typeof(Schedule)] = JobRecipes.Schedule,
    };

    /// <summary>A reference to a new entity, as it stands in JSON.</summary>
    internal static async Task<JsonNode> New(Sampler sampler, string kind) =>
        JsonValue.Create((await sampler.House.Makers.Make(sampler.AsOwner, sampler.House.Registry.Kind(kind)!)).Id.ToString());

    /// <summary>Puts fields of earlier samples away, so that there is room for another one.</summary>
    internal static Task Room(Sampler sampler) => sampler.House.Sql(
        "update custom_field set archived_at = now() where organization_id = $1 and archived_at is null and (select count(*) from custom_field f where f.organization_id = $1 and f.archived_at is null) > 50",
        sampler.Tenant.Organization.Id);

    /// <summary>Runs another command first, with these fields.</summary>
    internal static async Task First(Sampler sampler, string command, JsonObject sent)
    {
        var declared = sampler.House.Everything.Single(known => known.Name == command);
        var outcome = await Samples.Send(sampler.House, declared, sent, sampler.Tenant.Owner);
        if (!outcome.Succeeded)
            throw new InvalidOperationException(Samples.Complaint(declared, outcome.Problem));
    }
}
