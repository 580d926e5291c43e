using System.ComponentModel.DataAnnotations;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;

namespace Helios.Core.CustomFields.Commands;

/// <summary>Writes the words of some records anew, after a field changed who sees it or what its choices are called.</summary>
/// <param name="Field">The field.</param>
/// <param name="After">The id of the last record that is done; absent at the beginning.</param>
public sealed record ReindexField(EntityRef<CustomField> Field, [property: StringLength(36)] string? After = null) : ICommand<ReindexField.Result>
{
    /// <summary>How far it came.</summary>
    /// <param name="Last">The last record that is done; null at the end.</param>
    /// <param name="Records">How many it were.</param>
    public sealed record Result(string? Last, int Records);

    public sealed class Handler(HeliosDb db, Registry registry) : ICommandHandler<ReindexField, Result>
    {
        /// <summary>Few enough to hold their locks for a blink.</summary>
        const int Batch = 200;

        public async Task<Outcome<Result>> Handle(ReindexField command, CommandContext context)
        {
            var field = command.Field.Entity;
            if (registry.Kind(field.Kind) is not { } kind)
                return new Result(null, 0);
            var done = await kind.Reindex(db, field.ApiName, Guid.TryParse(command.After, out var after) ? after : Guid.Empty, Batch, context.Stop);
            return new Result(done.Count == Batch ? done[^1].ToString() : null, done.Count);
        }
    }
}
