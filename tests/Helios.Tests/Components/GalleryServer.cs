using Helios.Web.Assets;
using Helios.Web.Components.Gallery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Helios.Tests.Components;

/// <summary>A server with nothing but the component pages and the web bundle.</summary>
public sealed class GalleryServer : IAsyncLifetime
{
    WebApplication? app;

    public HttpClient Client { get; private set; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton(TimeProvider.System);
        app = builder.Build();
        app.MapAssets();
        app.MapComponentGallery();
        await app.StartAsync();
        Client = app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (app is not null)
            await app.DisposeAsync();
    }
}
