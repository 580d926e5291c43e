using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Undo;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Helios.Core.CustomFields.Commands;

/// <summary>Puts a field's definition back and has its words written anew, unless somebody filled in what would go with it.</summary>
public sealed class FieldBack(HeliosDb db, Registry registry) : RowsInverse
{
    protected override async Task<Problem?> Settle(CommandContext context)
    {
        foreach (var field in db.ChangeTracker.Entries<CustomField>().ToList())
        {
            if (await Lost(field, context.Stop) is { } lost)
                return Problem.Conflict("undo.run.filled_in", lost);
            if (field.State is not EntityState.Deleted)
                context.Enqueue(IndexFieldWords.Name, new IndexFieldWords.Work(field.Entity.Id), field.Entity.Id);
        }

        return null;
    }

    /// <summary>What records hold that would be without a definition, in words; null where nothing would.</summary>
    async Task<string?> Lost(EntityEntry<CustomField> entry, CancellationToken stop)
    {
        var field = entry.Entity;
        if (entry.State is EntityState.Deleted)
            return registry.Kind(field.Kind) is { } kind && await kind.HasValues(db, field.ApiName, stop) ? $"“{field.Name}” is filled in by now. Archive the field instead: that keeps what was written." : null;
        if (entry.State is not EntityState.Modified)
            return null;
        var kept = field.Choices.Select(choice => choice.Value).ToHashSet(StringComparer.Ordinal);
        var gone = entry.Property(row => row.Choices).OriginalValue.Where(choice => !kept.Contains(choice.Value)).ToDictionary(choice => choice.Value, choice => choice.Label, StringComparer.Ordinal);
        var values = gone.Keys.ToArray();
        return gone.Count > 0 && await db.Set<CustomFieldValueRow>().Where(row => row.FieldId == field.Id && values.Contains(row.Text)).Select(row => row.Text!).FirstOrDefaultAsync(stop) is { } chosen
            ? $"“{gone[chosen]}” was chosen in a record by now. Leave the choice out of the field instead: that archives it."
            : null;
    }
}
