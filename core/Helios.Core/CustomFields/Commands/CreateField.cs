using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Helios.Kernel.Commands;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.CustomFields.Commands;

/// <summary>Adds a field to a kind. Every record of the kind has it from then on, empty until somebody fills it in.</summary>
public sealed record CreateField : ICommand<FieldChanged>
{
    /// <summary>The kind that gets it, such as ticket, user or location.</summary>
    [Required, StringLength(40)]
    public required string Kind { get; init; }

    /// <summary>What people read, in any script.</summary>
    [Required(ErrorMessage = FieldRules.NameText), StringLength(80, MinimumLength = 1, ErrorMessage = FieldRules.NameText)]
    public required string Name { get; init; }

    /// <summary>The immutable name in the API and in filters; made from the name if absent.</summary>
    [StringLength(ApiNames.Longest, ErrorMessage = ApiNames.FormText), RegularExpression(ApiNames.Form, ErrorMessage = ApiNames.FormText)]
    public string? ApiName { get; init; }

    /// <summary>What it holds; it cannot be changed later.</summary>
    public required CustomFieldType Type { get; init; }

    /// <summary>A few words that help to fill it in.</summary>
    [StringLength(500, ErrorMessage = FieldRules.HelpText)]
    public string? Help { get; init; }

    /// <summary>Whether a new record needs it, and nobody can empty it.</summary>
    public Optional<bool> IsRequired { get; init; }

    /// <summary>What a new record has when nobody says anything.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>The choices in order, for fields that have some.</summary>
    [MaxLength(FieldRules.MostChoices)]
    public IReadOnlyList<FieldChoice>? Choices { get; init; }

    /// <summary>internal (staff only, the default) or requester (whoever may see the record).</summary>
    [AllowedValues(Kernel.Events.Audience.Internal, Kernel.Events.Audience.Requester, null)]
    public string? Audience { get; init; }

    /// <summary>Whether lists show it as a column.</summary>
    public Optional<bool> IsInList { get; init; }

    public sealed class Handler(HeliosDb db, Registry registry) : ICommandHandler<CreateField, FieldChanged>
    {
        public async Task<Outcome<FieldChanged>> Handle(CreateField command, CommandContext context)
        {
            var kinds = registry.WithFields(context.Scope);
            if (kinds.FirstOrDefault(known => string.Equals(known.Name, command.Kind, StringComparison.Ordinal)) is not { } kind)
                return Problem.Invalid("kind", $"“{InputWords.Short(command.Kind)}” has no custom fields. Take {string.Join(" or ", kinds.Select(known => known.Name))}.");
            var there = await db.Set<CustomField>().Where(field => field.Kind == kind.Name).ToListAsync(context.Stop);
            if (there.Count(field => field.ArchivedAt is null) >= FieldRules.MostFields)
                return Problem.Conflict("fields.create.limit", $"A kind has at most {FieldRules.MostFields} fields. Archive one first.");
            if (command.Name.Trim().Length == 0)
                return Problem.Invalid("name", FieldRules.NameText);
            var reserved = registry.FilterNames(kind);
            var apiName = command.ApiName is { Length: > 0 } own ? own : ApiNames.Make(command.Name, FieldTypes.Word(command.Type), IsTaken);
            if (IsTaken(apiName))
                return Problem.Invalid("apiName", $"“{apiName}” is taken. Give another API name.");
            var choices = FieldRules.Choices(command.Type, command.Choices ?? [], []);
            if (!choices.Succeeded)
                return choices.Problem;
            return await Add(command, kind, apiName, choices.Value, there, context);

            bool IsTaken(string name) => reserved.Contains(name) || there.Exists(field => string.Equals(field.ApiName, name, StringComparison.Ordinal));
        }

        static async Task<Outcome<FieldChanged>> Add(CreateField command, KindDeclaration kind, string apiName, CustomFieldChoices choices, List<CustomField> there, CommandContext context)
        {
            var field = new CustomField
            {
                Kind = kind.Name,
                ApiName = apiName,
                Name = command.Name.Trim(),
                Type = FieldTypes.Word(command.Type),
                Help = string.IsNullOrWhiteSpace(command.Help) ? null : command.Help.Trim(),
                IsRequired = command.IsRequired.Value,
                Choices = choices,
                Audience = command.Audience ?? Kernel.Events.Audience.Internal,
                IsInList = command.IsInList.Value,
                Position = there.Count == 0 ? 1 : there.Max(known => known.Position) + 1,
            };
            var standard = FieldRules.Default(field.Definition(), command.Default, context.Scope.Door == Door.Page);
            if (!standard.Succeeded)
                return standard.Problem;
            field.Default = standard.Value.Length == 0 ? null : standard.Value;
            await context.Add(field);
            return FieldChanged.Of(field);
        }
    }
}
