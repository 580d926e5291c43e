using Microsoft.Extensions.DependencyInjection;

namespace Helios.Kernel.Files;

/// <summary>Puts the store of files into a service collection.</summary>
public static class FileServices
{
    /// <summary>Adds the store in this folder, which is made when the first file comes.</summary>
    public static IServiceCollection AddHeliosFiles(this IServiceCollection services, string folder)
    {
        services.AddSingleton(new FileStore(folder));
        services.AddSingleton<Uploads>();
        return services;
    }
}
