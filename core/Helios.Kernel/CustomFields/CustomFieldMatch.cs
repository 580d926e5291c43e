using System.Linq.Expressions;

namespace Helios.Kernel.CustomFields;

/// <summary>What a condition on a custom field means in the organization right now.</summary>
/// <param name="Holds">The condition on the rows of values.</param>
/// <param name="Few">The entities with such a value; null where there are too many to name.</param>
sealed record CustomFieldMatch(Expression<Func<CustomFieldValueRow, bool>> Holds, Guid[]? Few);
