using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;

namespace Helios.Core.CustomFields.Queries;

/// <summary>One field's definition.</summary>
/// <param name="Field">The field, by key or id.</param>
public sealed record GetField([property: Target] EntityRef<CustomField> Field) : IQuery<FieldDetails>
{
    public sealed class Handler : IQueryHandler<GetField, FieldDetails>
    {
        public Task<Outcome<FieldDetails>> Handle(GetField query, QueryContext context)
        {
            var field = query.Field.Entity;
            return Task.FromResult<Outcome<FieldDetails>>(new FieldDetails(field.Id, field.Key, field.Version, FieldView.Of(field.Kind, field.Definition())));
        }
    }
}
