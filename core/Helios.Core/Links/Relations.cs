using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Links;

/// <summary>The relations of an organization: those of the modules that are on, and its own.</summary>
static class Relations
{
    /// <summary>What modules declare, as far as they are on here.</summary>
    public static IReadOnlyList<Relation> Declared(Registry registry, Scope scope) =>
        [.. registry.Contributions<Relation>().Where(relation => !scope.Organization!.ModulesOff.Contains(relation.Module.Id)).Select(relation => relation.Value)];

    /// <summary>Every relation that a new link may take, those of modules first.</summary>
    public static async Task<IReadOnlyList<Relation>> Usable(HeliosDb db, Registry registry, Scope scope, CancellationToken stop) =>
        [.. Declared(registry, scope), .. (await Own(db).ToListAsync(stop)).Select(own => own.Relation())];

    /// <summary>The relation that a new link asks for by name, or null.</summary>
    public static async Task<Relation?> Find(HeliosDb db, Registry registry, Scope scope, string name, CancellationToken stop) =>
        Declared(registry, scope).FirstOrDefault(relation => string.Equals(relation.Name, name, StringComparison.Ordinal))
        ?? (await Own(db).FirstOrDefaultAsync(own => own.Name == name, stop))?.Relation();

    /// <summary>The relations of links that stand, by name: of those that modules took along, and of archived ones too.</summary>
    public static async Task<IReadOnlyDictionary<string, Relation>> Named(HeliosDb db, Registry registry, IEnumerable<string> names, CancellationToken stop)
    {
        var known = registry.Contributions<Relation>().ToDictionary(relation => relation.Value.Name, relation => relation.Value, StringComparer.Ordinal);
        string[] missing = [.. names.Where(name => !known.ContainsKey(name)).Distinct(StringComparer.Ordinal)];
        if (missing.Length > 0)
            foreach (var own in await db.Set<RelationType>().Where(own => missing.Contains(own.Name)).ToListAsync(stop))
                known[own.Name] = own.Relation();
        return known;
    }

    static IQueryable<RelationType> Own(HeliosDb db) => db.Set<RelationType>().Where(own => own.ArchivedAt == null).OrderBy(own => own.Forward);
}
