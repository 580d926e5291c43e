using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Helios.Tests.Fixtures;

/// <summary>The outside world as a real web server on loopback, with all its bad habits. It knows repeated calls by their key.</summary>
public sealed class FarSide : IAsyncLifetime
{
    readonly ConcurrentDictionary<string, int> worked = new(StringComparer.Ordinal);
    readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    WebApplication? app;
    int called;

    /// <summary>How often it was called.</summary>
    public int Called => called;

    /// <summary>How much it has done: each key once.</summary>
    public int Worked => worked.Count;

    /// <summary>What came in the bodies.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    /// <summary>Somebody is on the line.</summary>
    public SemaphoreSlim Rang { get; } = new(0);

    public Uri Address { get; private set; } = null!;

    /// <summary>An address with a habit: ok, refuse, break (500), hang, drop, late, busy, away.</summary>
    public string At(string habit) => new Uri(Address, habit).ToString();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/{habit}", Answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        over.SetResult();
        if (app is not null)
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
        }

        Rang.Dispose();
    }

    async Task Answer(HttpContext http, string habit)
    {
        Interlocked.Increment(ref called);
        using (var reader = new StreamReader(http.Request.Body))
            Bodies.Enqueue(await reader.ReadToEndAsync());
        Rang.Release();
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        // Bad habits are shown at the first call of a key only: whoever calls again finds a better day.
        var isFirst = habit is "refuse" or "break" or "away" || !worked.ContainsKey(key);
        if (habit is not ("refuse" or "break" or "busy" or "away"))
            worked.AddOrUpdate(key, 1, (_, times) => times + 1);
        else if (habit is "busy" && !worked.TryAdd(key, 1))
            isFirst = false;
        if (isFirst)
            await Behave(http, habit);
    }

    async Task Behave(HttpContext http, string habit)
    {
        switch (habit)
        {
            case "refuse":
                http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            case "break":
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case "busy":
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                http.Response.Headers.RetryAfter = "7";
                break;
            case "away":
                http.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
                http.Response.Headers.Location = "http://10.0.0.1/secret";
                break;
            case "hang":
                await Task.WhenAny(over.Task, Task.Delay(Timeout.Infinite, http.RequestAborted));
                break;
            case "drop":
                http.Abort();
                break;
        }
    }
}
