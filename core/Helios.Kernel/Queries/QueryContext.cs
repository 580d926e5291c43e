using Helios.Kernel.Scopes;

namespace Helios.Kernel.Queries;

/// <summary>What a query's handler may know besides its input.</summary>
/// <param name="Scope">The organization and the actor.</param>
/// <param name="Now">The time of the request, in UTC.</param>
/// <param name="Stop">Ends when the caller has gone.</param>
public sealed record QueryContext(Scope Scope, DateTimeOffset Now, CancellationToken Stop);
