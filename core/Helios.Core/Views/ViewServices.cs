using Helios.Core.Views.Commands;
using Helios.Web.Lists;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Core.Views;

/// <summary>What views need besides the kernel.</summary>
static class ViewServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<ViewList>();
        services.AddScoped<ViewRules>();
        services.AddSingleton<ViewCounts>();
        services.AddSingleton<PinnedPlaces>();
        services.AddSingleton<IListTools, ListToolSource>();
    }
}
