using System.Text.Json;
using System.Text.Json.Nodes;
using Helios.Kernel.Events;
using Helios.Kernel.Input;
using Helios.Kernel.Jobs;

namespace Helios.Core.Jobs;

/// <summary>A job's payload for people: by the declared record, with nothing in it that is marked secret.</summary>
static class PayloadText
{
    static readonly JsonSerializerOptions Indented = new(HeliosJson.Options) { WriteIndented = true };

    /// <summary>The payload; null where the job's module is not here, so that nobody knows what of it is secret.</summary>
    public static string? Of(JobDeclaration? declared, string payload)
    {
        if (declared is null || JsonNode.Parse(payload) is not JsonObject body)
            return null;
        foreach (var secret in declared.Payload.GetProperties().Where(property => property.IsDefined(typeof(SecretAttribute), inherit: true)))
            if (body.ContainsKey(HeliosJson.NameOf(secret.Name)))
                body[HeliosJson.NameOf(secret.Name)] = "•••";
        return body.ToJsonString(Indented);
    }
}
