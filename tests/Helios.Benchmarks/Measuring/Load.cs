using System.Diagnostics;
using System.Net;

namespace Helios.Benchmarks.Measuring;

/// <summary>Callers that ask one after the other over connections that stay open, as browsers and programs do; gzip is taken and not unpacked.</summary>
sealed class Load(Uri address) : IDisposable
{
    readonly HttpClient http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    /// <summary>Makes the request of a caller.</summary>
    public delegate HttpRequestMessage Ask(int caller, Random random);

    public HttpClient Http => http;

    /// <summary>Lets so many callers ask for a while.</summary>
    /// <exception cref="InvalidOperationException">An answer was no success: figures of failures are none.</exception>
    public async Task<Sample> Run(Ask ask, int callers, TimeSpan span)
    {
        var began = Stopwatch.GetTimestamp();
        var end = began + (long)(span.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => Call(ask, caller, end))));
        var taken = Stopwatch.GetElapsedTime(began);
        long[] ticks = [.. all.SelectMany(one => one.Ticks)];
        Array.Sort(ticks);
        return new Sample(ticks, taken, all.Sum(one => one.Bytes));
    }

    public void Dispose() => http.Dispose();

    async Task<(List<long> Ticks, long Bytes)> Call(Ask ask, int caller, long end)
    {
        // Never the same again: what an earlier run set already would be no change.
        var random = new Random();
        var buffer = new byte[32 * 1024];
        var ticks = new List<long>(100_000);
        var bytes = 0L;
        while (Stopwatch.GetTimestamp() is var began && began < end)
        {
            using var request = ask(caller, random);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await using var body = await answer.Content.ReadAsStreamAsync();
            int read;
            while ((read = await body.ReadAsync(buffer)) > 0)
                bytes += read;
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{request.Method} {request.RequestUri} was answered {(int)answer.StatusCode}.");
            ticks.Add(Stopwatch.GetTimestamp() - began);
        }

        return (ticks, bytes);
    }
}
