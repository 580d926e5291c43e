using System.Security.Cryptography;
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
    /// <summary>Adds an event for each entity that changed, itself or through a row that is part of it, and gives them back.</summary>
    public static IReadOnlyList<ToldEvent> Record(HeliosDb db, Registry registry, string action, CommandContext context)
    {
        db.ChangeTracker.DetectChanges();
        var entries = db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var owned in entries.Where(entry => entry is { State: EntityState.Added, Entity: IOwned }))
            ((IOwned)owned.Entity).OrganizationId = db.OrganizationId;

        var changed = new Dictionary<Guid, ChangedRows>();
        foreach (var entry in entries.Where(entry => entry.Entity is IChildRow or Entity))
            foreach (var root in RootsOf(entry))
                Of(changed, root).Add(entry);

        foreach (var (entity, change) in context.Told)
            Of(changed, entity).Fields.Add(change);
        if (context.Told.Count > 0)
            foreach (var setting in entries.Where(entry => entry.Entity is ISetting))
                Of(changed, context.Told[0].Entity).AddSetting(setting);

        var roots = db.ChangeTracker.Entries<Entity>().ToDictionary(entry => entry.Entity.Id);
        var touched = entries.Select(entry => entry.Entity).OfType<IChildRow>().Select(row => row.EntityId).ToHashSet();
        List<ToldEvent> told = [];
        foreach (var (id, rows) in changed)
        {
            if (!roots.TryGetValue(id, out var root))
                throw new InvalidOperationException($"{action} changed a row of entity {id}, which the command has not loaded.");
            if (rows.Fields.Count == 0 && root.State is not EntityState.Added)
                continue;
            if (root.State is EntityState.Modified || touched.Contains(id))
                Touch(root, context.Now);
            if (root.State is not EntityState.Unchanged)
            {
                Projection.Write(db, registry.Kind(root.Entity.GetType()).Name, root);
                CustomFieldIndex.Write(db, db.Scope!.CustomFields(root.Entity.GetType()), root);
            }

            told.Add(Add(db, registry, action, context, root.Entity, rows));
        }

        return told;
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

    static ChangedRows Of(Dictionary<Guid, ChangedRows> changed, Guid root)
    {
        if (!changed.TryGetValue(root, out var rows))
            changed[root] = rows = new ChangedRows();
        return rows;
    }

    static ToldEvent Add(HeliosDb db, Registry registry, string action, CommandContext context, Entity entity, ChangedRows rows)
    {
        var actor = context.Actor;
        var told = new ToldEvent(action, registry.Kind(entity.GetType()).Name, entity.Id, entity.Key, entity.Card().Title, AudienceOf(db, context, entity, rows.Fields), rows.Fields);
        if (context.IsDryRun)
            return told;
        var detail = new EventBody(actor.Name, told.Title, rows.Fields, context.Why) { Rows = rows.Rows, Undid = context.Undoes?.Undid, Redid = context.Undoes?.Redid };
        var body = JsonSerializer.Serialize(detail, HeliosJson.Options);
        var salt = RandomNumberGenerator.GetBytes(16);
        var row = new EventRow
        {
            OrganizationId = db.OrganizationId,
            OccurredAt = context.Now,
            Action = action,
            Kind = told.Kind,
            EntityId = entity.Id,
            Key = entity.Key,
            Audience = told.Audience,
            ActorKind = actor.Kind.ToString().ToLowerInvariant(),
            AccountId = actor.AccountId,
            UserId = actor.UserId,
            CredentialId = actor.CredentialId,
            Door = context.Scope.Door.ToString().ToLowerInvariant(),
            RequestId = context.Scope.RequestId,
            RunId = context.Run,
            Command = context.Command,
            Undoes = context.Undoes?.Run,
            DetailDigest = DetailForm.Digest(salt, body),
        };
        context.Events.Add((row, new EventDetail { OrganizationId = db.OrganizationId, OccurredAt = row.OccurredAt, EventId = row.Id, Salt = salt, Body = body, Form = DetailForm.Current }));
        return told;
    }

    /// <summary>A change of custom fields alone is for whoever may see one of them, whatever the handler thought of its own fields.</summary>
    static string AudienceOf(HeliosDb db, CommandContext context, Entity entity, List<FieldChange> fields)
    {
        var known = db.Scope!.CustomFields(entity.GetType());
        var custom = known.All.Where(field => fields.Any(change => string.Equals(change.Field, field.Path, StringComparison.Ordinal))).ToList();
        if (custom.Exists(field => string.Equals(field.Audience, Audience.Requester, StringComparison.Ordinal)))
            return context.DeclaredAudience;
        return custom.Count == fields.Count && custom.Count > 0 ? Audience.Internal : context.Audience;
    }
}
