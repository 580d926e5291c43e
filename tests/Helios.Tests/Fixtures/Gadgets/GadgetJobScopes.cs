using Helios.Kernel.Jobs;
using Helios.Kernel.Scopes;

namespace Helios.Tests.Fixtures.Gadgets;

/// <summary>Jobs of the organizations that it is given run as Helios; those of any other have lost theirs.</summary>
public sealed class GadgetJobScopes(IReadOnlyList<OrganizationScope> organizations) : IJobScopes
{
    public Task<Scope?> For(Job job, CancellationToken stop)
    {
        var organization = organizations.FirstOrDefault(one => one.Id == job.OrganizationId);
        return Task.FromResult(organization is null ? null : new Scope(organization, Actor.System, Door.Job, job.Id.ToString()));
    }
}
