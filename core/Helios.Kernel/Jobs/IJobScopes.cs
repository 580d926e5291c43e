using Helios.Kernel.Scopes;

namespace Helios.Kernel.Jobs;

/// <summary>Finds for whom a job runs. Core answers from accounts and memberships.</summary>
public interface IJobScopes
{
    /// <summary>
    /// The organization of the job, with an actor that has the rights which the account that asked for it has now;
    /// <see cref="Actor.System"/> where nobody asked. Null where that account or organization is gone: the job will not run.
    /// </summary>
    Task<Scope?> For(Job job, CancellationToken stop);
}
