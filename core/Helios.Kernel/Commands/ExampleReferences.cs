using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;

namespace Helios.Kernel.Commands;

/// <summary>Finds something real for an example to name: what the actor may see himself, the newest first.</summary>
public static class ExampleReferences
{
    /// <summary>Rows that are looked at; the entity of the first may be one that the actor does not see.</summary>
    const int RowsTried = 10;

    /// <summary>A key or id that a field of this type takes; null where the actor sees none.</summary>
    /// <param name="db">A context in the actor's scope.</param>
    /// <param name="registry">The declarations.</param>
    /// <param name="reference">An <see cref="EntityRef{T}"/> or a <see cref="RowRef{T}"/>.</param>
    /// <param name="stop">Ends when the caller has gone.</param>
    public static async Task<string?> For(HeliosDb db, Registry registry, Type reference, CancellationToken stop)
    {
        if (db.Scope?.Organization is not { } organization)
            return null;
        var named = reference.GetGenericArguments()[0];
        if (typeof(IRowRef).IsAssignableFrom(reference))
            return await Row(db, registry, registry.Row(named), stop);
        // What an organization has most of is declared last.
        foreach (var kind in named == typeof(Entity) ? registry.Kinds.Reverse() : [registry.Kind(named)])
            if (!organization.ModulesOff.Contains(kind.Module.Id) && await kind.Newest(db, db.Scope.Actor, stop) is { } key)
                return key;
        return null;
    }

    static async Task<string?> Row(HeliosDb db, Registry registry, RowDeclaration declared, CancellationToken stop)
    {
        if (db.Scope!.Organization!.ModulesOff.Contains(declared.Module.Id))
            return null;
        foreach (var row in await declared.Newest(db, RowsTried, stop))
            if (await RowReferences.SeesEntities(db, registry, row, isTarget: false, stop))
                return row.GetType().GetProperty("Id")!.GetValue(row)!.ToString();
        return null;
    }
}
