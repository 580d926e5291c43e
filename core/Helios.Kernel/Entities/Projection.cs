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
        var fields = db.Scope!.CustomFields(root.Entity.GetType());
        var (row, text) = Of(kind, root.Entity, fields);
        if (root.State is EntityState.Modified && Of(kind, Before(root), fields) is var before && before.Text == text)
        {
            if (IsSame(before.Row, row))
                return;
        }
        else
        {
            (row.StaffText, row.PublicText) = text;
        }

        foreach (var read in db.ChangeTracker.Entries<EntityRow>().Where(other => other.Entity.Id == row.Id).ToList())
            read.State = EntityState.Detached;
        db.Entry(row).State = root.State is EntityState.Added or EntityState.Deleted ? root.State : EntityState.Modified;
    }

    /// <summary>Gives an entity's words to the index again, though the entity itself stayed as it is.</summary>
    public static void WriteText(HeliosDb db, string kind, Entity entity)
    {
        var (row, text) = Of(kind, entity, db.Scope!.CustomFields(entity.GetType()));
        var entry = db.Attach(row);
        (row.StaffText, row.PublicText) = text;
        entry.Property(projection => projection.StaffText).IsModified = true;
        entry.Property(projection => projection.PublicText).IsModified = true;
    }

    static Entity Before(EntityEntry<Entity> root) => (Entity)root.OriginalValues.ToObject();

    static (EntityRow Row, (string Staff, string Public) Text) Of(string kind, Entity entity, CustomFieldSet fields)
    {
        var card = entity.Card();
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
        return (row, TextOf(card, CustomFieldWords.Of(fields, entity.CustomFields)));
    }

    // Recency is an hour coarse, as in the index: what only says that something else of the entity changed is written once an hour.
    static bool IsSame(EntityRow one, EntityRow other) =>
        (one.Title, one.Subtitle, one.StaffReadable, one.Archived) == (other.Title, other.Subtitle, other.StaffReadable, other.Archived)
        && one.UpdatedAt.UtcTicks / TimeSpan.TicksPerHour == other.UpdatedAt.UtcTicks / TimeSpan.TicksPerHour
        && one.Readers.SequenceEqual(other.Readers) && one.Addresses.SequenceEqual(other.Addresses);

    // Staff find by what narrow readers find by as well: the searches of staff rely on it.
    static (string Staff, string Public) TextOf(EntityCard card, (string Staff, string Public) custom) =>
        ($"{card.Title}\n{card.PublicText}\n{card.StaffText}\n{string.Join(' ', card.Addresses)}\n{custom.Staff}", $"{card.Title}\n{card.PublicText}\n{custom.Public}");
}
