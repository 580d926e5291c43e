using System.Text.Json;
using Helios.Kernel.Input;
using Helios.Kernel.Live;
using Microsoft.AspNetCore.Http;

namespace Helios.Web.Live;

/// <summary>Writes the event stream format of the HTML standard, section 9.2.</summary>
static class LiveStream
{
    /// <summary>The first bytes: where the stream begins, so that a browser that loses it at once comes back to the same place, and tells a page that is older.</summary>
    public static Task Open(HttpResponse response, long seq, CancellationToken stop) => Send(response, $"retry: 2000\nid: {seq}\nevent: begin\ndata: {seq}\n\n", stop);

    /// <summary>A comment that keeps proxies from closing a quiet connection.</summary>
    public static Task Beat(HttpResponse response, CancellationToken stop) => Send(response, ":\n\n", stop);

    /// <summary>One event for each change.</summary>
    public static Task Write(HttpResponse response, IEnumerable<LiveChange> changes, CancellationToken stop) =>
        Send(response, string.Concat(changes.Select(change => $"id: {change.Seq}\nevent: change\ndata: {JsonSerializer.Serialize(change, HeliosJson.Options)}\n\n")), stop);

    /// <summary>How many entries of his inbox the listener has not read.</summary>
    public static Task Unread(HttpResponse response, int count, CancellationToken stop) => Send(response, $"event: unread\ndata: {count}\n\n", stop);

    static async Task Send(HttpResponse response, string text, CancellationToken stop)
    {
        await response.WriteAsync(text, stop);
        await response.Body.FlushAsync(stop);
    }
}
