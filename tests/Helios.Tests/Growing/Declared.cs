using Helios.Kernel.Commands;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;

namespace Helios.Tests.Growing;

/// <summary>A declared command or query: what the suites ask of both alike.</summary>
public sealed record Declared(string Name, Type Input, string? Permission, string? OpenBecause, string? Capability, string? RestRoute, string? NoRestBecause)
{
    public CommandDeclaration? Command { get; init; }

    public QueryDeclaration? Query { get; init; }

    public bool IsCommand => Command is not null;

    /// <summary>Everything that is declared, commands first.</summary>
    public static IReadOnlyList<Declared> All(Registry registry) => [.. registry.Commands.Select(Of), .. registry.Queries.Select(Of)];

    public static Declared Of(CommandDeclaration command) =>
        new(command.Name, command.InputType, command.Permission, command.OpenBecause, command.Capability, command.RestRoute, command.NoRestBecause) { Command = command };

    public static Declared Of(QueryDeclaration query) =>
        new(query.Name, query.InputType, query.Permission, query.OpenBecause, null, query.RestRoute, query.NoRestBecause) { Query = query };

    /// <summary>Whether the declaration and the role's permissions let somebody in, read without asking the pipelines' own code.</summary>
    public bool Admits(Registry registry, Actor actor)
    {
        if (OpenBecause is not null)
            return true;
        if (Capability is not null && actor.Capability == Capability)
            return true;
        return Permission is not null && registry.Permissions.Any(permission => permission.Name == Permission && (actor.Role == Roles.Owner || permission.Roles.Contains(actor.Role)));
    }

    public Task<Outcome<object>> Run(GrowingHouse house, object input, Scope scope, CommandOptions? options = null) => Command is { } command
        ? command.Run(house.Commands, input, scope, options ?? CommandOptions.None, CancellationToken.None)
        : Query!.Ask(house.Queries, input, scope, CancellationToken.None);

    public override string ToString() => Name;
}
