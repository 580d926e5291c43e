using System.Text.Json.Nodes;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;

namespace Helios.Tests.Growing;

/// <summary>Who may do what: everything that is declared, for somebody of each role, for nobody, and for holders of links.</summary>
static class PermissionRules
{
    /// <summary>Where declaration and role do not decide, or where a refusal changed something.</summary>
    public static async Task<List<string>> Violations(GrowingHouse house, IEnumerable<Declared> everything)
    {
        var snapshots = await Snapshots.Of(house);
        List<string> violations = [];
        foreach (var declared in everything)
        {
            // A refusal leaves the sample as it is, so one serves all of them.
            var refused = await new Sampler(house, house.Larkspur, house.Larkspur.Owner).Input(declared, isFull: false);
            foreach (var scope in Everybody(house))
                if (await (declared.Admits(house.Registry, scope.Actor) ? Allowed(house, declared, scope) : Refused(house, snapshots, declared, scope, refused)) is { } violation)
                    violations.Add(violation);
        }

        return violations;
    }

    /// <summary>What a switched-off module declares and still answers.</summary>
    public static async Task<List<string>> StillOn(GrowingHouse house)
    {
        List<string> violations = [];
        var everyModule = house.Registry.Modules.Select(module => module.Id).ToHashSet(StringComparer.Ordinal);
        var owner = house.Larkspur.Owner with { Organization = house.Larkspur.Organization with { ModulesOff = everyModule } };
        foreach (var declared in house.Everything)
        {
            var sent = await new Sampler(house, house.Larkspur, house.Larkspur.Owner).Input(declared, isFull: false);
            var outcome = await Samples.Send(house, declared, sent, owner);
            if (outcome.Problem?.Kind is not ProblemKind.NotFound)
                violations.Add($"{declared} answers “{outcome.Problem?.Code ?? "success"}” though its module is switched off; it must not be found.");
        }

        return violations;
    }

    static IEnumerable<Scope> Everybody(GrowingHouse house) =>
    [
        .. house.Larkspur.Members.Values,
        house.Larkspur.Stranger,
        house.Larkspur.Stranger with { Organization = null },
        new Scope(null, Actor.Guest("no such link", "A guest"), Door.Page, "guest"),
    ];

    static async Task<string?> Allowed(GrowingHouse house, Declared declared, Scope scope)
    {
        var sent = await new Sampler(house, house.Larkspur, scope).Input(declared, isFull: false);
        var outcome = await Samples.Send(house, declared, sent, scope);
        return outcome.Problem?.Kind is ProblemKind.Forbidden or ProblemKind.Unauthenticated
            ? $"{declared} is open to {scope.Actor.Role} by its declaration, and answers {outcome.Problem.Code}."
            : null;
    }

    static async Task<string?> Refused(GrowingHouse house, Snapshots snapshots, Declared declared, Scope scope, JsonObject sent)
    {
        var before = await snapshots.Take();
        var outcome = await Samples.Send(house, declared, sent, scope);
        var expected = scope.Actor.Kind == ActorKind.Guest ? ProblemKind.Unauthenticated : ProblemKind.Forbidden;
        if (outcome.Problem?.Kind != expected)
            return $"{declared} must be refused to {scope.Actor.Role} as {expected}, and answers {outcome.Problem?.Code ?? "success"}.";
        return await snapshots.ChangedSince(before) is { Count: > 0 } changed ? $"{declared} was refused to {scope.Actor.Role} and still changed {string.Join(", ", changed)}." : null;
    }
}
