using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;

namespace Helios.Core.Importing.Commands;

/// <summary>Says which column of the file fills which field.</summary>
/// <param name="Import">The import.</param>
/// <param name="Columns">For each column of the file the field's name, or - to leave the column out.</param>
public sealed record ChooseImportColumns([property: Target] EntityRef<Import> Import, [property: Required, MaxLength(200)] string[] Columns) : ICommand<ImportChanged>
{
    public sealed class Handler(Registry registry) : ICommandHandler<ChooseImportColumns, ImportChanged>
    {
        public Task<Outcome<ImportChanged>> Handle(ChooseImportColumns command, CommandContext context) => Task.FromResult(Choose(command, context));

        /// <summary>Forms drop empty texts of a list, so a sign stands for "left out".</summary>
        const string LeftOut = "-";

        Outcome<ImportChanged> Choose(ChooseImportColumns command, CommandContext context)
        {
            var import = command.Import.Entity;
            if (!string.Equals(import.State, ImportState.Draft, StringComparison.Ordinal))
                return Problem.Conflict("imports.columns.started", "This import has been started, so its columns stand. Upload the file again to read it in another way.");
            if (command.Columns.Length != import.Headers.Length)
                return Problem.Invalid("columns", $"The file has {import.Headers.Length} columns; name a field, or nothing, for each.");
            string[] columns = [.. command.Columns.Select(column => column is LeftOut ? "" : column)];
            var fields = registry.ColumnsOf(registry.ImportTarget(import.Target, context.Scope)!, context.Scope).ToDictionary(column => column.Field, column => column.Label, StringComparer.Ordinal);
            var chosen = columns.Where(name => name.Length > 0).ToList();
            if (chosen.Find(field => !fields.ContainsKey(field)) is { } unknown)
                return Problem.Invalid("columns", $"There is no field “{unknown}”.");
            if (chosen.GroupBy(field => field, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
                return Problem.Invalid("columns", $"Two columns fill “{fields[twice.Key]}”. Choose one of them and leave the other out.");
            if (!import.Columns.SequenceEqual(columns, StringComparer.Ordinal))
                import.Columns = columns;
            return ImportChanged.Of(import);
        }
    }
}
