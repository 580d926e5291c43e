using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Helios.Kernel.CustomFields;

/// <summary>Keeps the rows by which lists filter, in the save of the change itself.</summary>
static class CustomFieldIndex
{
    /// <summary>Adds, changes and removes the rows of the fields that changed. What was there follows from the old values: nothing is read.</summary>
    public static void Write(HeliosDb db, CustomFieldSet fields, EntityEntry<Entity> root)
    {
        if (root.State is EntityState.Unchanged || root.Metadata.FindProperty(nameof(Entity.CustomFields)) is null)
            return;
        var property = root.Property(entity => entity.CustomFields);
        var old = root.State is EntityState.Added ? null : property.OriginalValue;
        var now = root.State is EntityState.Deleted ? null : property.CurrentValue;
        foreach (var (name, before, after) in Changed(old, now))
            if (fields.Find(name) is { } field)
                Write(db, CustomFieldRows.Of(root.Entity.Id, field, before), CustomFieldRows.Of(root.Entity.Id, field, after));
    }

    /// <summary>The fields that differ, with what they held and hold.</summary>
    public static IEnumerable<(string Name, System.Text.Json.JsonElement? Old, System.Text.Json.JsonElement? New)> Changed(CustomFieldValues? old, CustomFieldValues? now)
    {
        old ??= CustomFieldValues.None;
        now ??= CustomFieldValues.None;
        foreach (var name in old.All.Keys.Union(now.All.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (before, after) = (old[name], now[name]);
            if (before is null || after is null || !System.Text.Json.JsonElement.DeepEquals(before.Value, after.Value))
                yield return (name, before, after);
        }
    }

    static void Write(HeliosDb db, IReadOnlyList<CustomFieldValueRow> before, IReadOnlyList<CustomFieldValueRow> after)
    {
        for (var n = 0; n < Math.Max(before.Count, after.Count); n++)
        {
            var row = n < after.Count ? after[n] : before[n];
            row.OrganizationId = db.OrganizationId;
            db.Entry(row).State = n >= before.Count ? EntityState.Added : n >= after.Count ? EntityState.Deleted : EntityState.Modified;
        }
    }
}
