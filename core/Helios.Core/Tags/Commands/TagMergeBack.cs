using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Helios.Core.Tags.Commands;

/// <summary>Takes two tags apart again, and merges them anew when that is undone: what was tagged with the first and still has the other follows.</summary>
public sealed class TagMergeBack(HeliosDb db) : RowsInverse
{
    protected override async Task<Problem?> Settle(CommandContext context)
    {
        foreach (var name in db.ChangeTracker.Entries<TagName>().Where(entry => entry.State is EntityState.Modified).DistinctBy(Ends).ToList())
        {
            var (was, becomes) = Ends(name);
            if (db.ChangeTracker.Entries<Tag>().Any(tag => tag.State is EntityState.Added && tag.Entity.Key == becomes))
                await new TagMerge(db, becomes, was).MoveBack(context.Stop);
            else
                while (await new TagMerge(db, was, becomes).Move(context.Now, context.Stop) == TagMerge.AtOnce)
                    context.Stop.ThrowIfCancellationRequested();
        }

        // What the last step of a job took away was on its way; now it stays.
        foreach (var tag in db.ChangeTracker.Entries<Tag>().Where(entry => entry.State is EntityState.Added))
            tag.Entity.MergingInto = null;
        // A merge that a job has not ended: it stops, and what it moved comes back.
        foreach (var tag in db.ChangeTracker.Entries<Tag>().Where(entry => entry.State is EntityState.Modified && entry.Property(row => row.MergingInto).IsModified).ToList())
            if (tag.Entity.MergingInto is null && tag.Property(row => row.MergingInto).OriginalValue is { } into)
                await new TagMerge(db, tag.Entity.Key, into).MoveBack(context.Stop);
            else
                context.Enqueue(RunTagMerge.Name, new RunTagMerge.Work(tag.Entity.Key, tag.Entity.MergingInto!));
        return null;
    }

    static (string Was, string Becomes) Ends(EntityEntry<TagName> name) => (name.Property(row => row.Tag).OriginalValue, name.Entity.Tag);
}
