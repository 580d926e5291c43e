using System.Net.Http.Headers;
using System.Text;
using Helios.Benchmarks.Filling;
using Helios.Benchmarks.Reporting;

namespace Helios.Benchmarks.Measuring;

/// <summary>What every measurement stands on: the running server, the signed-in browser, tokens, and what the data holds.</summary>
sealed class Bed(BenchOptions options, ServerProcess server, Load load, string[] tokens, Facts facts, Report report)
{
    readonly Processor processor = new(options, server.Id);

    /// <summary>So much of a refusal is repeated.</summary>
    const int Quoted = 500;

    static readonly int[] Callers = [1, 8, 32];

    /// <summary>The cookies of a signed-in browser.</summary>
    public required string Cookie { get; init; }

    public BenchOptions Options => options;

    public ServerProcess Server => server;

    public Load Load => load;

    public Processor Processor => processor;

    public Facts Facts => facts;

    public Report Report => report;

    /// <summary>A page of the measured organization, as a browser asks for it.</summary>
    public HttpRequestMessage Page(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/{Filler.Slug}{path}");
        request.Headers.TryAddWithoutValidation("Cookie", Cookie);
        return request;
    }

    /// <summary>A request to the API with a caller's token.</summary>
    public HttpRequestMessage Api(HttpMethod method, string path, int caller, string? json = null)
    {
        var request = new HttpRequestMessage(method, "/api/v1" + path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", tokens[caller % tokens.Length]) } };
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return request;
    }

    /// <summary>Warms a path up, then measures it with 1, 8 and 32 callers.</summary>
    public async Task<(Sample One, Sample Eight, Sample Many)> Measure(Load.Ask ask)
    {
        await Warm(ask);
        var samples = new List<Sample>();
        foreach (var callers in Callers)
            samples.Add(await Run(ask, callers));
        return (samples[0], samples[1], samples[2]);
    }

    /// <summary>Measures a path that is warm, with what it costs the processor.</summary>
    public async Task<Sample> Run(Load.Ask ask, int callers)
    {
        var before = processor.Now;
        var sample = await load.Run(ask, callers, options.Span);
        var after = processor.Now;
        return sample with { ServerCost = (after.Server - before.Server) / sample.Ticks.Length, DatabaseCost = (after.Database - before.Database) / sample.Ticks.Length };
    }

    public Task Warm(Load.Ask ask) => load.Run(ask, 8, options.WarmUp);

    /// <summary>The body of one answer, unpacked; proves that the path answers with what it should before it is measured.</summary>
    public async Task<string> Read(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await load.Http.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            return answer.IsSuccessStatusCode ? body : throw new InvalidOperationException($"{request.RequestUri} was answered {(int)answer.StatusCode}: {body[..Math.Min(body.Length, Quoted)]}");
        }
    }
}
