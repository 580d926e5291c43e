using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.CustomFields.Commands;

/// <summary>Brings an archived field back with all its values.</summary>
/// <param name="Field">The field.</param>
public sealed record RestoreField([property: Target] EntityRef<CustomField> Field) : ICommand<FieldChanged>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<RestoreField, FieldChanged>
    {
        public async Task<Outcome<FieldChanged>> Handle(RestoreField command, CommandContext context)
        {
            var field = command.Field.Entity;
            var others = await db.Set<CustomField>().CountAsync(other => other.Kind == field.Kind && other.ArchivedAt == null && other.Id != field.Id, context.Stop);
            if (others >= FieldRules.MostFields)
                return Problem.Conflict("fields.restore.limit", $"A kind has at most {FieldRules.MostFields} fields. Archive another one first.");
            field.Restore();
            context.Enqueue(IndexFieldWords.Name, new IndexFieldWords.Work(field.Id), field.Id);
            return FieldChanged.Of(field);
        }
    }
}
