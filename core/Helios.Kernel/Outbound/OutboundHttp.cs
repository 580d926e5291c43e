using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Helios.Kernel.Effects;

namespace Helios.Kernel.Outbound;

/// <summary>The one way to talk HTTP to addresses that users give. It resolves a name, checks what it came to, and connects to just that.</summary>
/// <remarks>
/// Each connection is checked, so also those of redirects, and a name that resolves to something else a moment later gains
/// nothing. No proxy is used: it would resolve names for itself.
/// </remarks>
public sealed class OutboundHttp : IDisposable
{
    /// <summary>More of an answer is not read.</summary>
    public const int MostBytes = 64 * 1024;

    static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(10);

    readonly OutboundRules rules;
    readonly HttpClient client;

    public OutboundHttp(OutboundRules rules)
    {
        this.rules = rules;
        client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = Connect,
            UseProxy = false,
            UseCookies = false,
            MaxAutomaticRedirections = 3,
            ConnectTimeout = ConnectWithin,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 32,
        })
        { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MostBytes };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Helios", typeof(OutboundHttp).Assembly.GetName().Version?.ToString(2)));
    }

    /// <summary>Whether a text is an address that could be called: http or https, with a host, without a password in it.</summary>
    public static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.Host.Length > 0 && address.UserInfo.Length == 0;

    /// <summary>Sends a request with the call's key and says what is known afterwards.</summary>
    public async Task<EffectAnswer> Send(HttpRequestMessage request, EffectCall call)
    {
        request.Headers.TryAddWithoutValidation("Idempotency-Key", call.Key);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, call.Stop);
            return Read(response);
        }
        catch (HttpRequestException e)
        {
            return Read(e);
        }
        catch (OperationCanceledException e) when (!call.Stop.IsCancellationRequested)
        {
            // The connection was not made in time.
            return EffectAnswer.NotDone($"{request.RequestUri!.Host} did not answer the connection. ({e.GetType().Name})");
        }
    }

    public void Dispose() => client.Dispose();

    static EffectAnswer Read(HttpResponseMessage response)
    {
        var said = $"It answered {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd() + ".";
        return (int)response.StatusCode switch
        {
            >= 200 and < 300 => EffectAnswer.Done(said),
            // Who sends too much is told before anything is done (RFC 6585).
            429 => EffectAnswer.NotDone(said, response.Headers.RetryAfter?.Delta),
            408 or 425 or >= 500 => EffectAnswer.Unclear(said),
            _ => EffectAnswer.Refused(said),
        };
    }

    static EffectAnswer Read(HttpRequestException e)
    {
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
            if (inner is OutboundRefusedException refused)
                return EffectAnswer.Refused(refused.Message);
        return e.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => EffectAnswer.NotDone("The name of the host is not known."),
            HttpRequestError.ConnectionError => EffectAnswer.NotDone("No connection could be made."),
            HttpRequestError.SecureConnectionError => EffectAnswer.NotDone("No secure connection could be made: the certificate is not trusted, or the host speaks no TLS."),
            _ => EffectAnswer.Unclear("The connection ended before an answer came."),
        };
    }

    async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var host = context.DnsEndPoint.Host;
        IPAddress[] addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, stop);
        var open = Array.FindAll(addresses, rules.Allows);
        if (open.Length == 0)
            throw new OutboundRefusedException(host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
