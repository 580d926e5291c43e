using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Helios.Benchmarks.Measuring.Parts;

/// <summary>What the list of tickets weighs in a browser's network view: with an empty cache, and as the next page.</summary>
static partial class Weights
{
    public static async Task Measure(Bed bed)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, UseCookies = false }) { BaseAddress = bed.Server.Address };
        var (html, page, _) = await Fetch(browser, bed.Page("/desk/tickets"));
        var files = new Dictionary<string, long>(StringComparer.Ordinal);
        var waiting = new Queue<string>(Address().Matches(html).Select(match => match.Groups["address"].Value.Split('#')[0]));
        var isCached = true;
        while (waiting.TryDequeue(out var address))
        {
            if (!address.StartsWith("/_", StringComparison.Ordinal) && !address.Contains('.', StringComparison.Ordinal) || files.ContainsKey(address))
                continue;
            var (text, size, isForever) = await Fetch(browser, new HttpRequestMessage(HttpMethod.Get, address));
            files[address] = size;
            isCached &= isForever;
            if (address.EndsWith(".css", StringComparison.Ordinal))
                foreach (Match font in FirstFont().Matches(text))
                    waiting.Enqueue(new Uri(new Uri(browser.BaseAddress!, address), font.Groups["address"].Value).AbsolutePath);
        }

        bed.Report.Below("page weight, first visit", (page + files.Values.Sum()) / 1024.0, "KB", 100, $"list of tickets, {1 + files.Count} requests");
        bed.Report.Below("page weight, next page", page / 1024.0, "KB", 20, isCached ? "list of tickets, 1 request" : "list of tickets; some files are not kept for good");
    }

    static async Task<(string Text, long Size, bool IsForever)> Fetch(HttpClient browser, HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
            using var answer = await browser.SendAsync(request);
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{request.RequestUri} was answered {(int)answer.StatusCode}.");
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            var isForever = answer.Headers.CacheControl?.ToString().Contains("immutable", StringComparison.Ordinal) == true;
            return (await Unpack(bytes, answer.Content.Headers.ContentEncoding.FirstOrDefault()), bytes.Length, isForever);
        }
    }

    static async Task<string> Unpack(byte[] bytes, string? encoding)
    {
        await using var packed = new MemoryStream(bytes);
        await using Stream plain = encoding switch
        {
            "br" => new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress),
            _ => packed,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    // Scripts, styles, preloads, icons, and the sprite that marks refer to.
    [GeneratedRegex("(?:<link [^>]*href|<script [^>]*src|<img [^>]*src|<use [^>]*href|data-live-worker)=\"(?<address>/[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    // The first face is that of Latin text; the others load only where a page has such letters.
    [GeneratedRegex("^@font-face\\{[^}]*url\\(\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstFont();
}
