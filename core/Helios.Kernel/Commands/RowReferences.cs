using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Commands;

/// <summary>Turns the row references of an input into rows: only those of entities that the actor may see.</summary>
static class RowReferences
{
    /// <summary>Resolves every one. The entity behind the target is locked first, then the row is read again: it may have gone meanwhile.</summary>
    public static async Task<Problem?> Resolve(HeliosDb db, Registry registry, object input, long? expectedVersion, CancellationToken stop)
    {
        List<FieldProblem> unknown = [];
        foreach (var field in InputRules.Of(input.GetType()).Rows)
        {
            foreach (var reference in field.RowsIn(input))
            {
                var refusal = await Resolve(db, registry, reference, field.IsTarget, expectedVersion, stop);
                if (refusal is not null && !field.IsRowList)
                    return refusal;
                // One of many: the rest of the input is worth keeping, so the field is named.
                if (refusal is not null)
                    unknown.Add(new FieldProblem(field.Name, refusal.Text));
            }
        }

        return unknown.Count > 0 ? Problem.Invalid(unknown) : null;
    }

    static async Task<Problem?> Resolve(HeliosDb db, Registry registry, IRowRef reference, bool isTarget, long? expectedVersion, CancellationToken stop)
    {
        var declared = registry.Row(reference.RowType);
        if (!Guid.TryParse(reference.Text, out var id) || db.Scope!.Organization?.ModulesOff.Contains(declared.Module.Id) != false)
            return Problem.NotFound(declared.Noun);
        if (await declared.Find(db, id, isTracked: false, stop) is not { } row || !await SeesEntities(db, registry, row, isTarget, stop))
            return Problem.NotFound(declared.Noun);
        if (isTarget && expectedVersion is { } seen && RootOf(db, row) is { } root && root.Version != seen)
            return References.Stale(root);
        if (await declared.Find(db, id, isTracked: true, stop) is not { } found)
            return Problem.NotFound(declared.Noun);
        reference.Resolve(found);
        return null;
    }

    static Entity? RootOf(HeliosDb db, object row) =>
        row is IChildRow child ? db.ChangeTracker.Entries<Entity>().Select(entry => entry.Entity).FirstOrDefault(root => root.Id == child.EntityId) : null;

    /// <summary>Whether the actor sees every entity that a row belongs to.</summary>
    public static async Task<bool> SeesEntities(HeliosDb db, Registry registry, object row, bool isTarget, CancellationToken stop)
    {
        if (row is not IChildRow child)
            return true;
        var forUpdate = isTarget && db.Database.CurrentTransaction is not null;
        return await Sees(db, registry, child.EntityId, forUpdate, stop)
            && (child.AlsoEntityId is not { } other || await Sees(db, registry, other, forUpdate: false, stop));
    }

    static async Task<bool> Sees(HeliosDb db, Registry registry, Guid id, bool forUpdate, CancellationToken stop) =>
        await References.Find(db, registry, new EntityRef<Entity>(id.ToString()), forUpdate, stop) is not null;
}
