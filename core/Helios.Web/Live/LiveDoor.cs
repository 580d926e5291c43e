using System.Globalization;
using Helios.Kernel.Live;
using Helios.Kernel.Scopes;
using Helios.Web.Scopes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Helios.Web.Live;

/// <summary>
/// <c>GET /live?organization=larkspur</c>: server-sent events that name what changed in an organization, as far as the
/// asker may see it. Resumes after <c>Last-Event-ID</c>.
/// </summary>
/// <remarks>Whether he still may is asked anew every 30 s: a session that was revoked, or a role that was taken, ends the stream.</remarks>
public sealed class LiveDoor(LiveHub hub, LiveFeed feed, OrganizationChanges changes, IServiceScopeFactory services, IHostApplicationLifetime life, TimeProvider time)
{
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    static readonly TimeSpan Recheck = TimeSpan.FromSeconds(30);

    /// <summary>Between two reads of one stream: a thousand commands a second are four messages to a browser.</summary>
    static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(250);

    /// <summary>Answers 400 without an organization, 401 to somebody who may not look into it, else the stream.</summary>
    public async Task Handle(HttpContext http)
    {
        var slug = http.Request.Query["organization"].ToString();
        http.Response.Headers.CacheControl = "no-store";
        if (slug.Length == 0)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (await Find(http, slug) is not { } scope)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        try
        {
            await Stream(http, slug, scope, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The browser left, or Helios stops: either way the stream is over.
        }
    }

    async Task Stream(HttpContext http, string slug, Scope scope, CancellationToken stop)
    {
        using var follower = hub.Follow(scope.OrganizationId, scope.Actor.UserId);
        var seq = await Begin(http, scope, stop);
        var checkedAt = time.GetTimestamp();
        while (true)
        {
            if (follower.TakeTold())
                await Unread(http, scope, stop);
            var page = await feed.Read(scope, seq, stop);
            seq = page.Seq;
            if (page.Changes.Count > 0)
            {
                await LiveStream.Write(http.Response, page.Changes, stop);
                await Task.Delay(Rest, time, stop);
            }

            if (!page.HasMore)
                await Wait(http, follower, stop);
            if (time.GetElapsedTime(checkedAt) < Recheck)
                continue;
            if (await Find(http, slug) is not { } still || still.OrganizationId != scope.OrganizationId)
                return;
            scope = still;
            checkedAt = time.GetTimestamp();
        }
    }

    /// <summary>Says how much is unread. The same number again means that something else in the inbox changed.</summary>
    async Task Unread(HttpContext http, Scope scope, CancellationToken stop)
    {
        await using var work = services.CreateAsyncScope();
        if (work.ServiceProvider.GetService<IUnreadCount>() is { } counts && await counts.Of(scope, stop) is { } unread)
            await LiveStream.Unread(http.Response, unread, stop);
    }

    /// <summary>Opens the stream and says where it begins. A place beyond the end comes from a chain that was since restored: begin at its end.</summary>
    async Task<long> Begin(HttpContext http, Scope scope, CancellationToken stop)
    {
        var end = await feed.End(scope, stop);
        changes.Sealed(scope.OrganizationId, end);
        var seen = http.Request.Headers["Last-Event-ID"].ToString();
        var seq = long.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? Math.Min(last, end) : end;
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = "text/event-stream";
        await LiveStream.Open(http.Response, seq, stop);
        return seq;
    }

    /// <summary>Waits for changes, and beats when there are none.</summary>
    async Task Wait(HttpContext http, LiveFollower follower, CancellationToken stop)
    {
        using var silence = new CancellationTokenSource(Heartbeat, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, stop);
        try
        {
            await follower.Next(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            await LiveStream.Beat(http.Response, stop);
        }
    }

    /// <summary>Asks in a service scope of its own: the stream outlives what a request may hold.</summary>
    async Task<Scope?> Find(HttpContext http, string slug)
    {
        await using var work = services.CreateAsyncScope();
        return await work.ServiceProvider.GetRequiredService<IScopeSource>().Find(http, slug);
    }
}
