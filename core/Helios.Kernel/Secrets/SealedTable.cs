using System.Reflection;
using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Secrets;

/// <summary>A table with sealed values, found in the model: whatever a feature maps as <see cref="ISealedRow"/>.</summary>
/// <param name="Purpose">Whose key seals its values.</param>
/// <param name="Name">The table's name.</param>
sealed record SealedTable(string Purpose, string Name)
{
    /// <summary>All of them, those of one purpose together.</summary>
    public static IReadOnlyList<SealedTable> All(HeliosDb db) =>
        [.. db.Model.GetEntityTypes().Select(type => type.ClrType).Where(typeof(ISealedRow).IsAssignableFrom).Distinct().Select(type => Of(db, type)).OrderBy(table => (table.Purpose, table.Name))];

    /// <summary>The table of a class.</summary>
    public static SealedTable Of(HeliosDb db, Type type)
    {
        var purpose = type.GetCustomAttribute<SealPurposeAttribute>()?.Purpose
            ?? throw new InvalidOperationException($"{type.Name} keeps sealed values and names no key. Add [SealPurpose(\"…\")].");
        return new SealedTable(purpose, db.Model.FindEntityType(type)!.GetTableName()!);
    }
}
