using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;

namespace Helios.Core.Filters;

/// <summary>Contributed by a feature: the values of an open list, such as tags, that completion offers behind the fields that name this source.</summary>
/// <param name="Source">The name that fields give in <c>From("tags")</c>.</param>
/// <param name="Find">Values that begin with what was typed, each with what it means; asked as the actor, who gets what he may see.</param>
public sealed record FilterValues(string Source, Func<QueryPipeline, Scope, string, CancellationToken, Task<IReadOnlyList<(string Value, string Meaning)>>> Find);
