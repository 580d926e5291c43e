using System.Globalization;
using System.Net;
using Helios.Kernel.Events;
using Helios.Kernel.Live;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Helios.Web.Live;
using Helios.Web.Scopes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Live;

public sealed class LiveDoorTests(GadgetHouse house) : IAsyncLifetime, IClassFixture<GadgetHouse>
{
    readonly MovableTime time = new();
    readonly GadgetScopes scopes = new();
    WebApplication? app;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        scopes.Scope = house.As(Roles.ItStaff);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRoutingCore();
        house.AddNode(builder.Services, services => services.AddSingleton<TimeProvider>(time));
        builder.Services.AddSingleton<IScopeSource>(scopes);
        builder.Services.AddSingleton<LiveDoor>();
        app = builder.Build();
        app.UseRouting();
        app.MapGet("/live", app.Services.GetRequiredService<LiveDoor>().Handle);
        await app.StartAsync(Stop);
    }

    public async ValueTask DisposeAsync() => await app!.DisposeAsync();

    [Fact]
    public async Task A_stream_names_what_changes_and_resumes_after_the_last_id()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var hub = app!.Services.GetRequiredService<LiveHub>().Run(end.Token);
        using var answer = await Open();
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.ToString());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
        var from = await Field(stream, "id");
        Assert.Equal("begin", await Field(stream, "event"));
        Assert.Equal(from, await Field(stream, "data"));
        Assert.Equal(from, app.Services.GetRequiredService<OrganizationChanges>().Reached(house.Larkspur.Id).ToString(CultureInfo.InvariantCulture));

        var one = (await house.Do(new AddGadget("live one"), house.As(Roles.Owner))).Expect();
        await Seal();

        var seq = await Field(stream, "id");
        Assert.Equal("change", await Field(stream, "event"));
        Assert.Equal($$"""{"seq":{{seq}},"kind":"gadget","id":"{{one.Id}}","key":"{{one.Key}}"}""", await Field(stream, "data"));
        answer.Dispose();

        using var again = await Open(from);
        using var resumed = new StreamReader(await again.Content.ReadAsStreamAsync(Stop));
        Assert.Equal(from, await Field(resumed, "id"));
        Assert.Equal(seq, await Field(resumed, "id"));
        await end.CancelAsync();
        await hub;
    }

    [Fact]
    public async Task Silence_beats_and_a_session_that_ended_ends_the_stream_within_thirty_seconds()
    {
        using var answer = await Open();
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
        await Field(stream, "data");
        await stream.ReadLineAsync(Stop);

        Assert.Equal(":", await WhileTimePasses(stream));
        scopes.Scope = null;
        var rest = await WhileTimePasses(stream);
        while (rest is not null)
        {
            Assert.True(rest is "" or ":", rest);
            rest = await WhileTimePasses(stream);
        }
    }

    [Fact]
    public async Task Helios_ends_its_streams_when_it_stops()
    {
        using var answer = await Open();
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
        await Field(stream, "id");

        var stopping = app!.StopAsync(Stop);

        while (await stream.ReadLineAsync(Stop) is not null)
        {
            // What was under way still arrives.
        }

        await stopping;
    }

    [Fact]
    public async Task Strangers_and_requests_without_an_organization_are_refused()
    {
        using var client = app!.GetTestClient();
        using var without = await client.GetAsync(new Uri("/live", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        scopes.Scope = null;
        using var stranger = await client.GetAsync(new Uri("/live?organization=larkspur", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    async Task<HttpResponseMessage> Open(string? last = null)
    {
        var client = app!.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/live?organization=larkspur", UriKind.Relative));
        if (last is not null)
            request.Headers.Add("Last-Event-ID", last);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }

    /// <summary>The next line that the stream writes while seconds fly.</summary>
    async Task<string?> WhileTimePasses(StreamReader stream)
    {
        var line = stream.ReadLineAsync(Stop).AsTask();
        while (!line.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await line;
    }

    static async Task<string> Field(StreamReader stream, string name)
    {
        while (await stream.ReadLineAsync(Stop) is { } line)
            if (line.StartsWith(name + ": ", StringComparison.Ordinal))
                return line[(name.Length + 2)..];
        throw new EndOfStreamException($"The stream ended before {name}.");
    }

    Task<int> Seal() => house.Services.GetRequiredService<Sealer>().SealAll(Stop);
}
