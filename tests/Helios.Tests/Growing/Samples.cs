using System.Text.Json.Nodes;
using Helios.Kernel.Commands;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;

namespace Helios.Tests.Growing;

/// <summary>Runs commands and queries with generated inputs.</summary>
public static class Samples
{
    /// <summary>Runs one with a generated input for the sampler's viewer.</summary>
    public static async Task<Outcome<object>> Run(Sampler sampler, Declared declared, bool isFull)
    {
        var sent = await sampler.Input(declared, isFull);
        return await Send(sampler.House, declared, sent, await sampler.Actor(declared));
    }

    /// <summary>Runs one as a door does: what was sent is read first.</summary>
    public static async Task<Outcome<object>> Send(GrowingHouse house, Declared declared, JsonObject sent, Scope scope, CommandOptions? options = null)
    {
        var input = Read(declared, sent);
        return input.Succeeded ? await declared.Run(house, input.Value, scope, options) : input.Problem;
    }

    /// <summary>What was sent, as a door reads it.</summary>
    public static Outcome<object> Read(Declared declared, JsonObject sent) => InputReader.Read(declared.Input, (JsonObject)sent.DeepClone());

    /// <summary>What to do about a declaration that no generated input fits.</summary>
    public static string Complaint(Declared declared, Problem problem) =>
        $"{declared.Name} refuses its generated input ({problem.Code}: {problem.Text} {string.Join(' ', problem.Fields.Select(field => $"{field.Field}: {field.Text}"))}). Add a recipe for {declared.Name} to Recipes (tests/Helios.Tests/Growing).";
}
