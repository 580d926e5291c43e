using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;

namespace Helios.Core.CustomFields.Commands;

/// <summary>Changes what a field is called, says and offers. No value is lost: a choice that is left out is archived and stays where it was chosen.</summary>
public sealed record UpdateField : ICommand<FieldChanged>
{
    /// <summary>The field.</summary>
    [Target]
    public required EntityRef<CustomField> Field { get; init; }

    /// <summary>What people read; the API name stays.</summary>
    [StringLength(80, MinimumLength = 1, ErrorMessage = FieldRules.NameText)]
    public Optional<string> Name { get; init; }

    [StringLength(500, ErrorMessage = FieldRules.HelpText)]
    public Optional<string?> Help { get; init; }

    /// <summary>Whether a new record needs it, and nobody can empty it.</summary>
    public Optional<bool> IsRequired { get; init; }

    /// <summary>What a new record has when nobody says anything.</summary>
    public Optional<JsonElement?> Default { get; init; }

    /// <summary>Every choice in order; one with a value that is known is renamed, one that is missing is archived.</summary>
    [MaxLength(FieldRules.MostChoices)]
    public Optional<IReadOnlyList<FieldChoice>> Choices { get; init; }

    /// <summary>internal or requester.</summary>
    [AllowedValues(Kernel.Events.Audience.Internal, Kernel.Events.Audience.Requester)]
    public Optional<string> Audience { get; init; }

    /// <summary>Whether lists show it as a column.</summary>
    public Optional<bool> IsInList { get; init; }

    public sealed class Handler : ICommandHandler<UpdateField, FieldChanged>
    {
        public Task<Outcome<FieldChanged>> Handle(UpdateField command, CommandContext context) => Task.FromResult(Update(command, context));

        static Outcome<FieldChanged> Update(UpdateField command, CommandContext context)
        {
            var field = command.Field.Entity;
            var name = (command.Name.Or(field.Name) ?? "").Trim();
            if (name.Length == 0)
                return Problem.Invalid("name", FieldRules.NameText);
            if (command.Choices.IsPresent)
            {
                var choices = FieldRules.Choices(field.Definition().Type, command.Choices.Value ?? [], field.Choices);
                if (!choices.Succeeded)
                    return choices.Problem;
                field.Choices = choices.Value;
            }

            if (command.Default.IsPresent)
            {
                var standard = FieldRules.Default(field.Definition(), command.Default.Value, context.Scope.Door == Door.Page);
                if (!standard.Succeeded)
                    return standard.Problem;
                field.Default = standard.Value.Length == 0 ? null : standard.Value;
            }
            else if (field.Default is not null && !FieldRules.Default(field.Definition(), field.Definition().Default, isText: false).Succeeded)
            {
                field.Default = null;
            }

            field.Name = name;
            field.Help = command.Help.Or(field.Help) is { } help && !string.IsNullOrWhiteSpace(help) ? help.Trim() : null;
            field.IsRequired = command.IsRequired.Or(field.IsRequired);
            field.Audience = command.Audience.Or(field.Audience)!;
            field.IsInList = command.IsInList.Or(field.IsInList);
            context.Enqueue(IndexFieldWords.Name, new IndexFieldWords.Work(field.Id), field.Id);
            return FieldChanged.Of(field);
        }
    }
}
