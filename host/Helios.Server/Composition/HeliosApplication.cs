using System.IO.Compression;
using Helios.Core;
using Helios.Core.Samples;
using Helios.Kernel;
using Helios.Kernel.Files;
using Helios.Kernel.Modules;
using Helios.Server.Metrics;
using Helios.Web.Assets;
using Helios.Web.Components.Gallery;
using Helios.Web.Live;
using Helios.Web.Pages;
using Helios.Web.Rest;
using Microsoft.AspNetCore.ResponseCompression;

namespace Helios.Server.Composition;

/// <summary>Puts the web application together: the same for the server and for tests.</summary>
public static class HeliosApplication
{
    /// <summary>Builds the application; it is not started yet.</summary>
    /// <exception cref="InvalidOperationException">Declarations clash, or an address would carry sign-ins in clear over a network.</exception>
    public static WebApplication Build(ApplicationSettings settings)
    {
        Transport.Check(settings);
        var registry = Registry.Build([new CoreModule(), .. settings.Modules]);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "Helios.Server", ContentRootPath = AppContext.BaseDirectory });
        // The framework would log every address, and those of one-time links are secrets.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        Transport.Listen(builder, settings);
        AddServices(builder.Services, registry, settings);
        settings.Adjust?.Invoke(builder);
        var app = builder.Build();
        Use(app, settings);
        Map(app, registry, settings);
        return app;
    }

    static void AddServices(IServiceCollection services, Registry registry, ApplicationSettings settings)
    {
        services.AddSingleton(settings.Time ?? TimeProvider.System);
        services.AddSingleton(settings.RootKey);
        services.AddSingleton(settings.Outbound);
        if (settings.Sample is { } sample)
            services.AddSingleton(sample);
        if (settings.Backups is { } backups)
            services.AddSingleton(backups);
        services.AddHeliosKernel(registry, settings.Database);
        services.AddHeliosFiles(settings.FilesFolder);
        services.AddHeliosRest(settings.ApiLimits);
        services.AddSingleton<LiveDoor>();
        foreach (var module in registry.Modules)
            module.AddServices(services);
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "helios-form";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.AddSingleton<IResponseCompressionProvider, PageCompression>();
        services.AddSingleton<MeterValues>();
        services.AddSingleton<ModelWarmUp>();
        services.AddHostedService<KernelWork>();
        services.AddHostedService(provider => provider.GetRequiredService<ModelWarmUp>());
    }

    static void Use(WebApplication app, ApplicationSettings settings)
    {
        Transport.Trust(app, settings);
        app.UseMiddleware<SecurityHeaders>(settings.ReportsViolations);
        app.UseResponseCompression();
        app.UseMiddleware<Faults>();
        app.UseMiddleware<CrossSite>();
    }

    static void Map(WebApplication app, Registry registry, ApplicationSettings settings)
    {
        app.MapAssets();
        ModuleAssets.Map(app, registry);
        foreach (var pages in registry.Contributions<PageSet>())
            pages.Value.Map(new PageRoutes(app, pages.Module));
        if (settings.Sample is { } sample)
            SampleDoor.Map(app, registry, sample);
        RestDoor.Map(app, registry);
        app.MapGet("/live", app.Services.GetRequiredService<LiveDoor>().Handle);
        HealthEndpoints.Map(app);
        MetricsEndpoint.Map(app);
        if (settings.ReportsViolations)
            ViolationReports.Map(app);
        // The component pages need no sign-in and show a sample: developers alone see them.
        if (app.Environment.IsDevelopment())
            app.MapComponentGallery();
        NothingHere.Map(app);
    }
}
