using System.Threading.Channels;
using Helios.BrowserTests.Fixtures;
using Helios.Web.Assets;
using Helios.Web.Components.Gallery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Xunit;

namespace Helios.BrowserTests.Components;

/// <summary>The component pages on a real address under the real policy, and a source of changes that a test fires.</summary>
public sealed class ComponentSite(Browser browser) : IAsyncLifetime
{
    readonly List<Channel<string>> listeners = [];
    readonly List<string> reports = [];
    WebApplication? app;

    /// <summary>Address of the first component page.</summary>
    public string Address { get; private set; } = "";

    /// <summary>How many connections follow the changes.</summary>
    public int Listeners
    {
        get
        {
            lock (listeners)
                return listeners.Count;
        }
    }

    /// <summary>What the policy refused so far.</summary>
    public IReadOnlyList<string> Reports
    {
        get
        {
            lock (reports)
                return [.. reports];
        }
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton(TimeProvider.System);
        app = builder.Build();
        app.Use((http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy.Header + "; report-uri /reports";
            return next();
        });
        app.MapAssets();
        app.MapComponentGallery();
        app.MapMethods("/reports", [HttpMethods.Post], ReportAsync);
        app.MapMethods("/live", [HttpMethods.Get], FollowAsync);
        await app.StartAsync();
        Address = app.Urls.Single() + "/_components";
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    /// <summary>A window of its own. Its scripts may be switched off.</summary>
    public Task<IBrowserContext> Window(int width = 1440, bool scripts = true) => browser.Window(width, scripts);

    /// <summary>Tells all who follow that a record changed.</summary>
    public void Fire(string kind, string id)
    {
        lock (listeners)
        {
            foreach (var listener in listeners)
                listener.Writer.TryWrite($"event: change\ndata: {{\"seq\":1,\"kind\":\"{kind}\",\"id\":\"{id}\"}}\n\n");
        }
    }

    async Task FollowAsync(HttpContext http)
    {
        var listener = Channel.CreateUnbounded<string>();
        lock (listeners)
            listeners.Add(listener);
        http.Response.ContentType = "text/event-stream";
        await http.Response.WriteAsync("retry: 2000\n\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        try
        {
            await foreach (var line in listener.Reader.ReadAllAsync(http.RequestAborted))
            {
                await http.Response.WriteAsync(line, http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The browser left.
        }
        finally
        {
            lock (listeners)
                listeners.Remove(listener);
        }
    }

    async Task ReportAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var report = await reader.ReadToEndAsync(http.RequestAborted);
        lock (reports)
            reports.Add(report);
    }
}
