using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Helios.Kernel.Entities;

/// <summary>Writes the row in <c>entity</c> that stands beside each entity, in the save of the change itself.</summary>
static class Projection
{
    /// <summary>Adds or updates the projection of a changed entity. Text to index goes along only when it differs.</summary>
    public static void Write(HeliosDb db, string kind, EntityEntry<Entity> root)
    {
        var entity = root.Entity;
        var card = entity.Card();
        var isNew = root.State is EntityState.Added;
        var fields = db.Scope!.CustomFields(entity.GetType());
        var text = TextOf(card, CustomFieldWords.Of(fields, entity.CustomFields));
        var row = new EntityRow
        {
            OrganizationId = entity.OrganizationId,
            Id = entity.Id,
            Kind = kind,
            Key = entity.Key,
            Title = card.Title,
            Subtitle = card.Subtitle,
            StaffReadable = entity.StaffReadable,
            Archived = entity.ArchivedAt is not null,
            UpdatedAt = entity.UpdatedAt,
            Readers = [.. card.Readers],
            Addresses = [.. card.Addresses],
        };
        if (isNew || TextBefore(root, fields) != text)
            (row.StaffText, row.PublicText) = text;
        foreach (var read in db.ChangeTracker.Entries<EntityRow>().Where(other => other.Entity.Id == row.Id).ToList())
            read.State = EntityState.Detached;
        db.Entry(row).State = root.State is EntityState.Added or EntityState.Deleted ? root.State : EntityState.Modified;
    }

    /// <summary>Gives an entity's words to the index again, though the entity itself stayed as it is.</summary>
    public static void WriteText(HeliosDb db, string kind, Entity entity)
    {
        var card = entity.Card();
        var row = new EntityRow { OrganizationId = entity.OrganizationId, Id = entity.Id, Kind = kind, Key = entity.Key, Title = card.Title };
        var entry = db.Attach(row);
        (row.StaffText, row.PublicText) = TextOf(card, CustomFieldWords.Of(db.Scope!.CustomFields(entity.GetType()), entity.CustomFields));
        entry.Property(projection => projection.StaffText).IsModified = true;
        entry.Property(projection => projection.PublicText).IsModified = true;
    }

    static (string Staff, string Public) TextBefore(EntityEntry<Entity> root, CustomFieldSet fields)
    {
        var before = (Entity)root.OriginalValues.ToObject();
        return TextOf(before.Card(), CustomFieldWords.Of(fields, before.CustomFields));
    }

    // Staff find by what narrow readers find by as well: the searches of staff rely on it.
    static (string Staff, string Public) TextOf(EntityCard card, (string Staff, string Public) custom) =>
        ($"{card.Title}\n{card.Subtitle}\n{card.PublicText}\n{card.StaffText}\n{string.Join(' ', card.Addresses)}\n{custom.Staff}", $"{card.Title}\n{card.PublicText}\n{custom.Public}");
}
