using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helios.Kernel.Commands;
using Helios.Kernel.Input;

namespace Helios.Tests.Growing;

/// <summary>
/// A known secret is sent through every command that takes one. Afterwards it stands in no table (events, idempotency and jobs
/// among them), in no line of the log and in no answer to any query: neither as it is nor as hex or base64.
/// </summary>
sealed class CanaryRules(GrowingHouse house)
{
    /// <summary>Shorter ones would be found by chance.</summary>
    const int Shortest = 8;

    /// <summary>Everything secret that was sent, by the command that took it.</summary>
    readonly Dictionary<string, string> sent = new(StringComparer.Ordinal);

    /// <summary>Where secrets were found.</summary>
    public async Task<List<string>> Violations(IEnumerable<Declared> everything)
    {
        var all = everything.ToList();
        foreach (var command in all.Where(declared => declared.Command?.TakesSecret == true))
            await Send(command);
        if (sent.Count == 0)
            return ["No declared command takes a secret, so nothing was looked for."];
        List<string> found = [];
        foreach (var table in await Snapshots.Tables(house))
            Look($"the table {table}", await Text(table), found);
        Look("the log", string.Join('\n', house.Log.Lines), found);
        foreach (var query in all.Where(declared => !declared.IsCommand))
            await Ask(query, found);
        return found;
    }

    async Task Send(Declared command)
    {
        var sampler = new Sampler(house, house.Larkspur, house.Larkspur.Owner);
        var input = await sampler.Input(command, isFull: true);
        var scope = await sampler.Actor(command);
        foreach (var field in RecordContract.Of(command.Input).Fields.Where(field => field.IsSecret))
            if (input[field.Name] is JsonValue value && value.TryGetValue(out string? text) && text.Length >= Shortest)
                sent[text] = command.Name;
        // One that nothing else has, where the command takes any; a password that is asked for must stay the right one.
        var canary = $"canary {house.Next()} quiet lantern herons";
        var fresh = (JsonObject)input.DeepClone();
        foreach (var field in RecordContract.Of(command.Input).Fields.Where(field => field.IsSecret && input[field.Name] is JsonValue))
            fresh[field.Name] = canary;
        sent[canary] = command.Name;
        foreach (var one in new[] { fresh, input })
            await Samples.Send(house, command, one, scope, new CommandOptions { IdempotencyKey = $"canary-{house.Next()}" });
    }

    async Task Ask(Declared query, List<string> found)
    {
        var sampler = new Sampler(house, house.Larkspur, house.Larkspur.Owner);
        var outcome = await Samples.Send(house, query, await sampler.Input(query, isFull: false), await sampler.Actor(query));
        if (outcome.Succeeded)
            Look($"the answer of {query}", JsonSerializer.Serialize(outcome.Value, outcome.Value.GetType(), HeliosJson.Options), found);
    }

    /// <summary>Every row of a table as its owner reads it.</summary>
    async Task<string> Text(string table)
    {
        await using var connection = await house.Database.Owner.OpenConnectionAsync();
        using var rows = await connection.BeginTextExportAsync($"copy (select * from {Snapshots.Quoted(table)}) to stdout");
        return await rows.ReadToEndAsync();
    }

    void Look(string place, string text, List<string> found)
    {
        foreach (var (secret, command) in sent)
            if (Forms(secret).Any(form => text.Contains(form, StringComparison.Ordinal)))
                found.Add($"A secret that {command} took stands in {place}.");
    }

    /// <summary>How a secret could stand somewhere. Base64 depends on what is before it, so its inner part is looked for at each shift.</summary>
    static IEnumerable<string> Forms(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return secret;
        yield return Convert.ToHexStringLower(bytes);
        for (var shift = 0; shift < 3; shift++)
            yield return Convert.ToBase64String([.. new byte[shift], .. bytes])[4..^4];
    }
}
