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
        var before = isNew ? null : ((Entity)root.OriginalValues.ToObject()).Card();
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
        if (before is null || TextOf(before) != TextOf(card))
            (row.StaffText, row.PublicText) = TextOf(card);
        foreach (var read in db.ChangeTracker.Entries<EntityRow>().Where(other => other.Entity.Id == row.Id).ToList())
            read.State = EntityState.Detached;
        db.Entry(row).State = root.State is EntityState.Added or EntityState.Deleted ? root.State : EntityState.Modified;
    }

    // Staff find by what narrow readers find by as well: the searches of staff rely on it.
    static (string Staff, string Public) TextOf(EntityCard card) =>
        ($"{card.Title}\n{card.Subtitle}\n{card.PublicText}\n{card.StaffText}\n{string.Join(' ', card.Addresses)}", $"{card.Title}\n{card.PublicText}");
}
