using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Secrets;
using Helios.Kernel.Undo;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Helios.Kernel.Events;

/// <summary>What one command changed of one entity: its own row and those that are part of it, field by field.</summary>
sealed class ChangedRows
{
    static readonly ConcurrentDictionary<PropertyInfo, bool> secret = new();

    /// <summary>Field by field, row after row; what was told without a row stands behind.</summary>
    public List<FieldChange> Fields { get; } = [];

    /// <summary>The rows, and which fields are theirs.</summary>
    public List<RowChange> Rows { get; } = [];

    /// <summary>Whether a value may stand in no event.</summary>
    public static bool IsSecret(IReadOnlyProperty property) =>
        property.ClrType == typeof(SealedText) || (property.PropertyInfo is { } known && secret.GetOrAdd(known, static known => known.IsDefined(typeof(SecretAttribute), inherit: true)));

    /// <summary>Adds what became of a tracked row.</summary>
    public void Add(EntityEntry entry)
    {
        var from = Fields.Count;
        Fields.AddRange(FieldsOf(entry));
        if (Fields.Count == from && entry.State is EntityState.Modified)
            return;
        Rows.Add(RowOf(entry, from, Fields.Count - from));
    }

    /// <summary>Adds what became of a setting, whose change is told in words of its own.</summary>
    public void AddSetting(EntityEntry entry)
    {
        var fields = FieldsOf(entry).ToList();
        if (fields.Count > 0 || entry.State is not EntityState.Modified)
            Rows.Add(RowOf(entry, from: 0, count: 0) with { Fields = fields });
    }

    static RowChange RowOf(EntityEntry entry, int from, int count)
    {
        var isOwn = entry.Entity is Entity;
        return new RowChange(DidOf(entry.State), from, count)
        {
            Table = isOwn ? null : entry.Metadata.GetTableName(),
            Key = isOwn ? null : Values(entry, property => property.Metadata.IsPrimaryKey()),
            Rest = entry.State is EntityState.Deleted ? Values(entry, property => IsBookkeeping(property.Metadata.Name) && !property.Metadata.IsPrimaryKey()) : null,
        };
    }

    static RowDid DidOf(EntityState state) => state switch
    {
        EntityState.Added => RowDid.Added,
        EntityState.Deleted => RowDid.Removed,
        _ => RowDid.Changed,
    };

    static Dictionary<string, JsonElement> Values(EntityEntry entry, Func<PropertyEntry, bool> which) => entry.Properties
        .Where(property => property.Metadata.Name is not nameof(IOwned.OrganizationId) && which(property) && ValueOf(property, entry.State) is not null)
        .ToDictionary(property => HeliosJson.NameOf(property.Metadata.Name), property => Json(ValueOf(property, entry.State), isSecret: false)!.Value, StringComparer.Ordinal);

    static object? ValueOf(PropertyEntry property, EntityState state) => state is EntityState.Deleted ? property.OriginalValue : property.CurrentValue;

    static IEnumerable<FieldChange> FieldsOf(EntityEntry entry)
    {
        var prefix = entry.Entity is Entity ? "" : entry.Metadata.GetTableName() + ".";
        foreach (var property in entry.Properties)
        {
            if (IsBookkeeping(property.Metadata.Name) && (entry.State is not EntityState.Modified || property.Metadata.Name is nameof(Entity.Version) or nameof(Entity.UpdatedAt)))
                continue;
            if (entry.State is EntityState.Modified && !IsChanged(property))
                continue;
            if (entry.State is not EntityState.Deleted && IsKeptByItself(property.Metadata))
                continue;
            var old = entry.State is EntityState.Added ? null : property.OriginalValue;
            var now = entry.State is EntityState.Deleted ? null : property.CurrentValue;
            if (property.Metadata.ClrType == typeof(CustomFieldValues))
            {
                foreach (var (name, before, after) in CustomFieldIndex.Changed((CustomFieldValues?)old, (CustomFieldValues?)now))
                    yield return new FieldChange(CustomFieldDefinition.PathOf(name), before, after);
                continue;
            }

            if (old is null && now is null)
                continue;
            var isSecret = IsSecret(property.Metadata);
            yield return new FieldChange(prefix + HeliosJson.NameOf(property.Metadata.Name), Json(old, isSecret), Json(now, isSecret));
        }
    }

    static bool IsKeptByItself(IReadOnlyProperty property) => property.PropertyInfo?.IsDefined(typeof(NotPutBackAttribute), inherit: true) == true;

    static bool IsChanged(PropertyEntry property) => property.IsModified && !Equals(property.OriginalValue, property.CurrentValue);

    /// <summary>What no event tells as a change: it names the row, or the pipeline keeps it.</summary>
    static bool IsBookkeeping(string name) => name is nameof(Entity.OrganizationId) or nameof(Entity.Id) or nameof(IChildRow.EntityId)
        or nameof(Entity.Version) or nameof(Entity.UpdatedAt) or nameof(Entity.CreatedAt) or nameof(Entity.Number) or nameof(Entity.StaffReadable);

    static JsonElement? Json(object? value, bool isSecret) => value switch
    {
        null => null,
        _ when isSecret => JsonSerializer.SerializeToElement(SealedText.Mask, HeliosJson.Options),
        _ => JsonSerializer.SerializeToElement(value, value.GetType(), HeliosJson.Options),
    };
}
