using Helios.Kernel.Commands;

namespace Helios.Tests.Growing;

/// <summary>A dry run of each command changes nothing at all, uses up no number, and tells the events of a real one.</summary>
sealed class DryRunRules(GrowingHouse house)
{
    public async Task<List<string>> Violations(IEnumerable<Declared> everything)
    {
        var snapshots = await Snapshots.Of(house);
        List<string> violations = [];
        foreach (var command in everything.Where(declared => declared.IsCommand))
        {
            var sampler = new Sampler(house, house.Larkspur, house.Larkspur.Owner);
            var sent = await sampler.Input(command, isFull: true);
            var scope = await sampler.Actor(command);
            var before = await snapshots.Take();
            var numbers = await Numbers();
            var dry = new CommandReport();
            var outcome = await Samples.Send(house, command, sent, scope, new CommandOptions { DryRun = true, IdempotencyKey = $"dry-{house.Next()}", Report = dry });
            if (!outcome.Succeeded)
                violations.Add(Samples.Complaint(command, outcome.Problem));
            if (await snapshots.ChangedSince(before) is { Count: > 0 } changed)
                violations.Add($"A dry run of {command} changes {string.Join(", ", changed)}.");
            if (!numbers.SequenceEqual(await Numbers()))
                violations.Add($"A dry run of {command} uses up numbers of keys.");
            var real = new CommandReport();
            if ((await Samples.Send(house, command, sent, scope, new CommandOptions { Report = real })).Succeeded && !Told(dry).SequenceEqual(Told(real), StringComparer.Ordinal))
                violations.Add($"A dry run of {command} tells {string.Join("; ", Told(dry))}, and a real one {string.Join("; ", Told(real))}.");
        }

        return violations;
    }

    Task<List<string>> Numbers() => house.Column<string>("select kind || next || organization_id from key_counter order by 1");

    static IEnumerable<string> Told(CommandReport report) =>
        report.Events.Select(told => $"{told.Action} {told.Kind} {told.Audience} {string.Join(',', told.Changes.Select(change => change.Field))}").Order(StringComparer.Ordinal);
}
