using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Helios.Kernel.Events;

/// <summary>Reads what a handler changed from the tracked rows and adds the projection and the events to the same save.</summary>
static class Changes
{
    /// <summary>Adds an event for each entity that changed, itself or through a row that is part of it; says whether there was one.</summary>
    public static bool Record(HeliosDb db, Registry registry, string action, CommandContext context)
    {
        db.ChangeTracker.DetectChanges();
        var entries = db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var owned in entries.Where(entry => entry is { State: EntityState.Added, Entity: IOwned }))
            ((IOwned)owned.Entity).OrganizationId = db.OrganizationId;

        var changed = new Dictionary<Guid, List<FieldChange>>();
        foreach (var entry in entries.Where(entry => entry.Entity is IChildRow or Entity))
            foreach (var root in RootsOf(entry))
                ListOf(changed, root).AddRange(FieldsOf(entry));

        foreach (var (entity, change) in context.Told)
            ListOf(changed, entity).Add(change);

        var roots = db.ChangeTracker.Entries<Entity>().ToDictionary(entry => entry.Entity.Id);
        var touched = entries.Select(entry => entry.Entity).OfType<IChildRow>().Select(row => row.EntityId).ToHashSet();
        foreach (var (id, fields) in changed)
        {
            if (!roots.TryGetValue(id, out var root))
                throw new InvalidOperationException($"{action} changed a row of entity {id}, which the command has not loaded.");
            if (fields.Count == 0 && root.State is not EntityState.Added)
                continue;
            if (root.State is EntityState.Modified || touched.Contains(id))
                Touch(root, context.Now);
            if (root.State is not EntityState.Unchanged)
            {
                Projection.Write(db, registry.Kind(root.Entity.GetType()).Name, root);
                CustomFieldIndex.Write(db, db.Scope!.CustomFields(root.Entity.GetType()), root);
            }

            Add(db, registry, action, context, root.Entity, fields);
        }

        return changed.Count > 0;
    }

    static void Touch(EntityEntry<Entity> root, DateTimeOffset now)
    {
        if (root.State is EntityState.Added or EntityState.Deleted)
            return;
        root.Property(entity => entity.UpdatedAt).CurrentValue = now;
        root.Property(entity => entity.Version).CurrentValue++;
    }

    static IEnumerable<Guid> RootsOf(EntityEntry entry) => entry.Entity switch
    {
        Entity entity => [entity.Id],
        IChildRow { AlsoEntityId: { } other } row => [row.EntityId, other],
        IChildRow row => [row.EntityId],
        _ => [],
    };

    static List<FieldChange> ListOf(Dictionary<Guid, List<FieldChange>> changed, Guid root)
    {
        if (!changed.TryGetValue(root, out var fields))
            changed[root] = fields = [];
        return fields;
    }

    static IEnumerable<FieldChange> FieldsOf(EntityEntry entry)
    {
        var prefix = entry.Entity is Entity ? "" : entry.Metadata.GetTableName() + ".";
        foreach (var property in entry.Properties)
        {
            if (IsBookkeeping(property.Metadata.Name) || (entry.State is EntityState.Modified && !IsChanged(property)))
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
            var isSecret = property.Metadata.PropertyInfo?.IsDefined(typeof(SecretAttribute), inherit: true) == true;
            yield return new FieldChange(prefix + JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name), Json(old, isSecret), Json(now, isSecret));
        }
    }

    static bool IsChanged(PropertyEntry property) => property.IsModified && !Equals(property.OriginalValue, property.CurrentValue);

    static bool IsBookkeeping(string name) => name is nameof(Entity.OrganizationId) or nameof(Entity.Version) or nameof(Entity.UpdatedAt)
        or nameof(Entity.CreatedAt) or nameof(Entity.Id) or nameof(IChildRow.EntityId) or nameof(Entity.StaffReadable);

    static JsonElement? Json(object? value, bool isSecret) => value switch
    {
        null => null,
        _ when isSecret => JsonSerializer.SerializeToElement("•••", HeliosJson.Options),
        _ => JsonSerializer.SerializeToElement(value, value.GetType(), HeliosJson.Options),
    };

    static void Add(HeliosDb db, Registry registry, string action, CommandContext context, Entity entity, IReadOnlyList<FieldChange> fields)
    {
        var actor = context.Actor;
        var body = JsonSerializer.Serialize(new EventBody(actor.Name, entity.Card().Title, fields, context.Why), HeliosJson.Options);
        var salt = RandomNumberGenerator.GetBytes(16);
        var row = new EventRow
        {
            OrganizationId = db.OrganizationId,
            OccurredAt = context.Now,
            Action = action,
            Kind = registry.Kind(entity.GetType()).Name,
            EntityId = entity.Id,
            Key = entity.Key,
            Audience = AudienceOf(db, context, entity, fields),
            ActorKind = actor.Kind.ToString().ToLowerInvariant(),
            AccountId = actor.AccountId,
            UserId = actor.UserId,
            CredentialId = actor.CredentialId,
            Door = context.Scope.Door.ToString().ToLowerInvariant(),
            RequestId = context.Scope.RequestId,
            DetailDigest = Digest(salt, body),
        };
        db.Add(row);
        db.Add(new EventDetail { OrganizationId = db.OrganizationId, OccurredAt = row.OccurredAt, EventId = row.Id, Salt = salt, Body = body });
        db.Add(new EventUnsealed { OrganizationId = db.OrganizationId, OccurredAt = row.OccurredAt, EventId = row.Id });
    }

    /// <summary>A change of custom fields alone is for whoever may see one of them, whatever the handler thought of its own fields.</summary>
    static string AudienceOf(HeliosDb db, CommandContext context, Entity entity, IReadOnlyList<FieldChange> fields)
    {
        var known = db.Scope!.CustomFields(entity.GetType());
        var custom = known.All.Where(field => fields.Any(change => string.Equals(change.Field, field.Path, StringComparison.Ordinal))).ToList();
        if (custom.Exists(field => string.Equals(field.Audience, Audience.Requester, StringComparison.Ordinal)))
            return context.DeclaredAudience;
        return custom.Count == fields.Count && custom.Count > 0 ? Audience.Internal : context.Audience;
    }

    /// <summary>What the chain holds instead of the detail itself.</summary>
    internal static byte[] Digest(byte[] salt, string body) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(body)]);
}
