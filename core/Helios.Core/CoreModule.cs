using Helios.Core.Home;
using Helios.Core.Identity;
using Helios.Core.Organizations;
using Helios.Kernel.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Core;

/// <summary>What every installation has: organizations, identity, the directory, and what works on every kind at once.</summary>
public sealed class CoreModule : Module
{
    public override string Id => "core";

    public override string Name => "Core";

    public override bool IsOptional => false;

    public override IReadOnlyList<Feature> Features { get; } = [new OrganizationsFeature(), new IdentityFeature(), new HomeFeature()];

    public override void AddServices(IServiceCollection services) => IdentityServices.Add(services);
}
