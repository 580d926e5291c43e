using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.CustomFields.Commands;

/// <summary>Puts the fields of a kind into another order, in which forms, pages and lists show them.</summary>
/// <param name="Kind">The kind, such as ticket.</param>
/// <param name="Order">The API names in order; those left out follow as they stand.</param>
public sealed record ReorderFields([property: Required, StringLength(40)] string Kind, [property: Required, MaxLength(200)] string[] Order) : ICommand<Nothing>
{
    public sealed class Handler(HeliosDb db) : ICommandHandler<ReorderFields, Nothing>
    {
        public async Task<Outcome<Nothing>> Handle(ReorderFields command, CommandContext context)
        {
            var fields = await db.Set<CustomField>().Where(field => field.Kind == command.Kind).OrderBy(field => field.Position).ThenBy(field => field.Id).ToListAsync(context.Stop);
            if (command.Order.FirstOrDefault(name => !fields.Exists(field => string.Equals(field.ApiName, name, StringComparison.Ordinal))) is { } unknown)
                return Problem.Invalid("order", $"There is no field “{InputWords.Short(unknown)}”. Give the API names of fields of this kind.");
            var position = 0;
            foreach (var field in fields.OrderBy(field => Array.IndexOf(command.Order, field.ApiName) is >= 0 and var place ? place : int.MaxValue).ToList())
                field.Position = ++position;
            return Nothing.Instance;
        }
    }
}
