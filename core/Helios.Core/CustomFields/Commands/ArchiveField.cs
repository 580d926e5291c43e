using Helios.Core.Organizations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.CustomFields.Commands;

/// <summary>Puts a field away: forms, pages, lists and filters leave it out. Its values stay and come back with it.</summary>
/// <param name="Field">The field.</param>
public sealed record ArchiveField([property: Target] EntityRef<CustomField> Field) : ICommand<FieldChanged>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<ArchiveField, FieldChanged>
    {
        public async Task<Outcome<FieldChanged>> Handle(ArchiveField command, CommandContext context)
        {
            var field = command.Field.Entity;
            field.Archive(context.Now);
            await OrganizationProfiles.Changed(db, context);
            context.Enqueue(IndexFieldWords.Name, new IndexFieldWords.Work(field.Id), field.Id);
            return FieldChanged.Of(field);
        }
    }
}
