using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.CustomFields.Commands;

/// <summary>Puts a field away: forms, pages, lists and filters leave it out. Its values stay and come back with it.</summary>
/// <param name="Field">The field.</param>
public sealed record ArchiveField([property: Target] EntityRef<CustomField> Field) : ICommand<FieldChanged>
{
    public sealed class Handler : ICommandHandler<ArchiveField, FieldChanged>
    {
        public Task<Outcome<FieldChanged>> Handle(ArchiveField command, CommandContext context)
        {
            var field = command.Field.Entity;
            field.Archive(context.Now);
            context.Enqueue(IndexFieldWords.Name, new IndexFieldWords.Work(field.Id), field.Id);
            return Task.FromResult<Outcome<FieldChanged>>(FieldChanged.Of(field));
        }
    }
}
