using Helios.Kernel.Commands;

namespace Helios.Kernel.Modules;

/// <summary>What must hold between declarations before anything starts.</summary>
static class RegistryRules
{
    public static void Check(Registry registry)
    {
        Unique("kind", registry.Kinds.Select(kind => kind.Name));
        Unique("key prefix", registry.Kinds.Select(kind => kind.Prefix));
        Unique("row", registry.Rows.Select(row => row.Type.FullName!));
        Unique("command", registry.Commands.Select(command => command.Name));
        Unique("query", registry.Queries.Select(query => query.Name));
        Unique("command input", registry.Commands.Select(command => command.InputType.FullName!));
        Unique("permission", registry.Permissions.Select(permission => permission.Name));
        Unique("follower", registry.Followers.Select(follower => follower.Name));
        Unique("job", registry.Jobs.Select(job => job.Name).Concat(registry.Recurring.Select(work => work.Name)));
        Unique("effect", registry.Effects.Select(effect => effect.Name));
        var known = registry.Permissions.Select(permission => permission.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var command in registry.Commands)
        {
            Guarded(command.Name, command.Permission, command.OpenBecause, command.Capability, known);
            Undoable(command);
        }

        foreach (var query in registry.Queries)
            Guarded(query.Name, query.Permission, query.OpenBecause, null, known);
    }

    static void Guarded(string name, string? permission, string? openBecause, string? capability, HashSet<string> known)
    {
        if (permission is null && openBecause is null && capability is null)
            throw new InvalidOperationException($"{name} declares no permission. Name one, or say why it is open with Anonymous(\"why\").");
        if (permission is not null && !known.Contains(permission))
            throw new InvalidOperationException($"{name} asks for the permission {permission}, which no feature declares.");
    }

    static void Undoable(CommandDeclaration command)
    {
        if (command.NotUndoableBecause is { } because && !because.EndsWith('.'))
            throw new InvalidOperationException($"{command.Name} must say why it cannot be undone in a whole sentence: people read it.");
        if (command is { NotUndoableBecause: null, Permission: null })
            throw new InvalidOperationException($"{command.Name} is done without a permission, so nobody could be asked for it before its undo. Say NotUndoable(\"why\").");
    }

    static void Unique(string what, IEnumerable<string> names)
    {
        var twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any());
        if (twice is not null)
            throw new InvalidOperationException($"The {what} {twice.Key} is declared twice.");
    }
}
