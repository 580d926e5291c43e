using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Commands;

/// <summary>Turns the references of an input into entities, through what the actor may see.</summary>
static class References
{
    /// <summary>Resolves every reference; the target of a command is locked and compared with the version that the caller saw.</summary>
    public static async Task<Problem?> Resolve(HeliosDb db, Registry registry, object input, long? expectedVersion, CancellationToken stop, bool withTarget = true)
    {
        List<FieldProblem> unknown = [];
        var isCommand = db.Database.CurrentTransaction is not null;
        foreach (var field in InputRules.Of(input.GetType()).References.Where(field => withTarget || !field.IsTarget))
        {
            foreach (var reference in field.ReferencesIn(input))
            {
                var entity = await Find(db, registry, reference, forUpdate: isCommand && field.IsTarget, stop)
                    ?? (field.IsTarget ? null : await Called(db, registry, reference, stop));
                if (entity is null && field.IsTarget)
                    return Problem.NotFound(Noun(db, registry, reference));
                if (entity is null)
                    unknown.Add(new FieldProblem(field.Name, $"There is no {Noun(db, registry, reference)} “{reference.Text}” that you can see. Give a key or an id."));
                else
                    reference.Resolve(entity);
                if (field.IsTarget && expectedVersion is { } seen && entity!.Version != seen)
                    return Stale(entity);
            }
        }

        return unknown.Count > 0 ? Problem.Invalid(unknown) : await RowReferences.Resolve(db, registry, input, expectedVersion, stop);
    }

    /// <summary>Finds one entity of the reference's kind, or of whatever kind the id or key belongs to.</summary>
    public static async Task<Entity?> Find(HeliosDb db, Registry registry, IEntityRef reference, bool forUpdate, CancellationToken stop)
    {
        var scope = db.Scope!;
        if (scope.Organization is null)
            return null;
        var text = reference.Text;
        if (db.Seen?.Called(reference.EntityType, text) is { } seen)
            return seen;
        var kind = reference.EntityType == typeof(Entity) ? await KindOf(db, registry, text, stop) : registry.Kind(reference.EntityType);
        if (kind is null || scope.Organization.ModulesOff.Contains(kind.Module.Id))
            return null;
        var found = await kind.Find(db, scope.Actor, Guid.TryParse(text, out _) ? text : text.ToUpperInvariant(), forUpdate, stop);
        if (found is not null)
            db.Seen?.Keep(found);
        return found;
    }

    /// <summary>By what else names one of the kind, such as a mail address: what somebody typed into a picker without picking.</summary>
    static async Task<Entity?> Called(HeliosDb db, Registry registry, IEntityRef reference, CancellationToken stop)
    {
        if (reference.EntityType == typeof(Entity) || db.Scope!.Organization is not { } organization)
            return null;
        var kind = registry.Kind(reference.EntityType);
        return !organization.ModulesOff.Contains(kind.Module.Id) && await kind.IdOf(db, db.Scope.Actor, reference.Text, stop) is { } id
            ? await kind.Find(db, db.Scope.Actor, id.ToString(), forUpdate: false, stop)
            : null;
    }

    static async Task<KindDeclaration?> KindOf(HeliosDb db, Registry registry, string text, CancellationToken stop)
    {
        if (!Guid.TryParse(text, out var id))
            return text.Split('-') is [var prefix, _] ? registry.KindByPrefix(prefix) : null;
        if (db.Ahead?.KindOf(id) is { } known)
            return registry.Kind(known);
        var name = await db.Entities.Where(row => row.Id == id).Select(row => row.Kind).FirstOrDefaultAsync(stop);
        return name is null ? null : registry.Kind(name);
    }

    static string Noun(HeliosDb db, Registry registry, IEntityRef reference) =>
        reference.EntityType == typeof(Entity) ? "record" : registry.LabelsOf(db.Scope!).Kind(registry.Kind(reference.EntityType).Name).OneInText;

    /// <summary>The caller saw another version.</summary>
    public static Problem Stale(Entity entity) =>
        new(ProblemKind.Stale, "version.stale", $"{entity.Key} was changed since you loaded it. Load it again and repeat your change.") { CurrentVersion = entity.Version };
}
