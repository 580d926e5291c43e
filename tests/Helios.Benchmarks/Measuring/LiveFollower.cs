namespace Helios.Benchmarks.Measuring;

/// <summary>A browser that follows the changes of the organization.</summary>
sealed class LiveFollower : IAsyncDisposable
{
    readonly HttpResponseMessage answer;
    readonly CancellationTokenSource stop = new();
    readonly Task reading;
    TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    long changes;

    LiveFollower(HttpResponseMessage answer)
    {
        this.answer = answer;
        reading = Task.Run(Read);
    }

    /// <summary>How many changes it was told.</summary>
    public long Changes => Interlocked.Read(ref changes);

    public static async Task<LiveFollower> Open(Bed bed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/live?organization=" + Filling.Filler.Slug);
        request.Headers.TryAddWithoutValidation("Cookie", bed.Cookie);
        var stream = await bed.Load.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return stream.IsSuccessStatusCode ? new LiveFollower(stream) : throw new InvalidOperationException($"/live was answered {(int)stream.StatusCode}.");
    }

    /// <summary>Completes with the next change.</summary>
    public Task Next()
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref next, waiting);
        return waiting.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        answer.Dispose();
        await reading;
        stop.Dispose();
    }

    async Task Read()
    {
        try
        {
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(stop.Token));
            while (await lines.ReadLineAsync(stop.Token) is { } line)
            {
                if (!line.StartsWith("data:", StringComparison.Ordinal))
                    continue;
                Interlocked.Increment(ref changes);
                Volatile.Read(ref next).TrySetResult();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException)
        {
            // The browser left, or the server.
        }
    }
}
