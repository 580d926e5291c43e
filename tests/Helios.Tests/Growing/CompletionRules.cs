using Helios.Core.Filters;
using Helios.Kernel.Entities;
using Helios.Kernel.Filtering;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using System.Text.Json.Nodes;

namespace Helios.Tests.Growing;

/// <summary>Completion knows every declared filter field of every list, and what it offers can be asked.</summary>
sealed class CompletionRules(GrowingHouse house)
{
    readonly List<string> violations = [];

    public async Task<List<string>> Violations()
    {
        await Samples.Run(new Sampler(house, house.Larkspur, house.Larkspur.Owner), house.Everything.Single(declared => declared.Name == "tags.add"), isFull: true);
        foreach (var list in house.Registry.Contributions<ListDeclaration>().Select(declared => declared.Value))
            foreach (var member in house.Larkspur.Members.Values)
                await List(house.Registry.Kind(list.RowType), list, member);
        return violations;
    }

    async Task List(KindDeclaration kind, ListDeclaration list, Scope scope)
    {
        var isOpen = house.Registry.Query(list.Query).Allows(scope.Actor);
        var asked = await house.Queries.Ask(new CompleteFilter(kind.Name), scope);
        if (asked.Succeeded != isOpen)
            violations.Add($"{scope.Actor.Role} {(isOpen ? "may" : "may not")} list {kind.Name}, and completion of its filter answers {asked.Problem?.Code ?? "success"}.");
        foreach (var field in isOpen ? list.Fields.For(scope.Actor) : [])
        {
            if (!(await Complete(kind, field.Name[..1], scope)).Any(offered => offered.Text == field.Name + field.Operators[0]))
                violations.Add($"{kind.Name}: “{field.Name[..1]}” does not offer the field {field.Name} to {scope.Actor.Role}.");
            if (!(await Complete(kind, field.Name, scope)).Select(offered => offered.Text).SequenceEqual(field.Operators))
                violations.Add($"{kind.Name}: “{field.Name}” does not offer its operators to {scope.Actor.Role}.");
            foreach (var sign in field.Operators)
                await Values(kind, list, field, sign, scope);
        }
    }

    /// <summary>What is offered behind an operator is put in and asked: nothing typed, and for references and open lists what somebody would type.</summary>
    async Task Values(KindDeclaration kind, ListDeclaration list, FilterFieldInfo field, string sign, Scope scope)
    {
        foreach (var typed in await Typed(field))
        {
            var text = $"-archived:yes {field.Name}{sign}{typed}";
            var offered = await Complete(kind, text, scope);
            if (typed.Length > 0 && offered.Count == 0)
                violations.Add($"{kind.Name}: “{text}” offers nothing to {scope.Actor.Role}.");
            foreach (var suggestion in offered)
            {
                var taken = text.Remove(suggestion.Position, suggestion.Length).Insert(suggestion.Position, suggestion.Text);
                if (await Ask(list, taken, scope) is { } problem)
                    violations.Add($"{kind.Name}: completion makes “{taken}” of “{text}” for {scope.Actor.Role}, and the list refuses it: {problem.Text}");
            }
        }
    }

    async Task<IEnumerable<string>> Typed(FilterFieldInfo field)
    {
        if (field.ReferenceKind is { } kind)
            return ["", await house.One<string>("select key from entity where organization_id = $1 and kind = $2 and not archived order by id limit 1", house.Larkspur.Organization.Id, kind) ?? ""];
        return field.Source is null ? [""] : ["", (await house.One<string>("select left(key, 3) from tag where organization_id = $1 limit 1", house.Larkspur.Organization.Id))!];
    }

    async Task<IReadOnlyList<FilterSuggestion>> Complete(KindDeclaration kind, string text, Scope scope) =>
        (await house.Queries.Ask(new CompleteFilter(kind.Name, text, text.Length), scope)).Expect().Items;

    async Task<Problem?> Ask(ListDeclaration list, string filter, Scope scope)
    {
        var input = InputReader.Read(list.Query, new JsonObject { ["q"] = filter, ["limit"] = 1 }).Expect();
        return (await house.Registry.Query(list.Query).Ask(house.Queries, input, scope, CancellationToken.None)).Problem;
    }
}
