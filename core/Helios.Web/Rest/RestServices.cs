using Helios.Kernel.Schemas;
using Helios.Web.Rest.Reference;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helios.Web.Rest;

/// <summary>Puts the API's door into a service collection. Core adds <see cref="ITokenScopes"/>.</summary>
public static class RestServices
{
    /// <summary>Adds the API; other limits than the usual are given here.</summary>
    public static IServiceCollection AddHeliosRest(this IServiceCollection services, RestLimits? limits = null)
    {
        services.AddSingleton(limits ?? new RestLimits());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<XmlDocs>();
        services.AddSingleton<CredentialLimits>();
        services.AddSingleton<RestGate>();
        services.AddSingleton<ApiReference>();
        services.AddSingleton<ApiTrial>();
        return services;
    }
}
