using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Entities;

/// <summary>A sort of row that inputs may name, with what an actor may see of it.</summary>
/// <typeparam name="T">The row's class; it has a Guid named Id.</typeparam>
public sealed class RowDeclaration<T> : RowDeclaration
    where T : class
{
    readonly Func<IQueryable<T>, Scope, IQueryable<T>> visible;

    internal RowDeclaration(Module module, string noun, Func<IQueryable<T>, Scope, IQueryable<T>> visible)
        : base(module, typeof(T), noun)
    {
        if (typeof(T).GetProperty("Id")?.PropertyType != typeof(Guid))
            throw new InvalidOperationException($"{typeof(T).Name} has no Guid named Id, by which an input could name it.");
        this.visible = visible;
    }

    internal override async Task<object?> Find(HeliosDb db, Guid id, bool isTracked, CancellationToken stop)
    {
        var rows = visible(db.Set<T>(), db.Scope!).Where(row => EF.Property<Guid>(row, "Id") == id);
        return await (isTracked ? rows.AsTracking() : rows.AsNoTracking()).FirstOrDefaultAsync(stop);
    }

    internal override async Task<List<object>> Newest(HeliosDb db, int limit, CancellationToken stop) =>
        [.. await visible(db.Set<T>(), db.Scope!).AsNoTracking().OrderByDescending(row => EF.Property<Guid>(row, "Id")).Take(limit).ToListAsync(stop)];
}
