using System.ComponentModel.DataAnnotations;
using Helios.Kernel.CustomFields;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.CustomFields.Queries;

/// <summary>The fields that the organization added, as far as the caller reads them: what customFields of records may hold.</summary>
/// <param name="Kind">Only those of this kind, such as ticket.</param>
/// <param name="Archived">Whether archived ones are listed too; for staff.</param>
public sealed record ListFields([property: StringLength(40)] string? Kind = null, bool Archived = false) : IQuery<ListFields.Result>
{
    /// <summary>The fields, kind by kind, each in its order.</summary>
    /// <param name="Items">The fields.</param>
    public sealed record Result(IReadOnlyList<FieldView> Items);

    public sealed class Handler(Registry registry) : IQueryHandler<ListFields, Result>
    {
        public Task<Outcome<Result>> Handle(ListFields query, QueryContext context)
        {
            var actor = context.Scope.Actor;
            var kinds = registry.WithFields(context.Scope).Where(kind => query.Kind is null || string.Equals(kind.Name, query.Kind, StringComparison.Ordinal));
            return Task.FromResult<Outcome<Result>>(new Result(
            [
                .. kinds.SelectMany(kind => context.Scope.CustomFields(kind.Type).All
                    .Where(field => field.IsFor(actor) && (!field.IsArchived || (query.Archived && actor.IsStaff)))
                    .Select(field => FieldView.Of(kind.Name, field))),
            ]));
        }
    }
}
