using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Helios.Server.Composition;

/// <summary>How requests arrive: plain HTTP on loopback only; elsewhere a certificate, or a declared proxy that has one.</summary>
static class Transport
{
    /// <summary>Largest body of a request, in bytes: an import's file is the largest that anybody sends.</summary>
    const long LargestBody = 32 * 1024 * 1024;

    public static void Check(ApplicationSettings settings)
    {
        foreach (var address in settings.Addresses)
        {
            if (address.Scheme == Uri.UriSchemeHttps && (settings.Certificate is null || settings.CertificateKey is null))
                throw new InvalidOperationException($"{address} needs a certificate and its key. Name both, or listen on http://127.0.0.1 behind a proxy that has one.");
            if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && settings.TrustedProxies.Count == 0)
                throw new InvalidOperationException(
                    $"{address} would carry passwords in clear over the network. Listen on http://127.0.0.1, give a certificate and listen on https, or declare the proxy that ends TLS as trusted.");
        }
    }

    public static void Listen(WebApplicationBuilder builder, ApplicationSettings settings)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            foreach (var address in settings.Addresses)
                Listen(kestrel, address, settings);
        });
    }

    static void Listen(KestrelServerOptions kestrel, Uri address, ApplicationSettings settings)
    {
        Action<ListenOptions> secure = address.Scheme == Uri.UriSchemeHttps
            ? options => options.UseHttps(X509Certificate2.CreateFromPemFile(settings.Certificate!, settings.CertificateKey))
            : static _ => { };
        if (address.Host == "localhost")
            kestrel.ListenLocalhost(address.Port, secure);
        else if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip))
            kestrel.Listen(ip, address.Port, secure);
        else
            kestrel.ListenAnyIP(address.Port, secure);
    }

    /// <summary>Takes scheme and client from declared proxies; of others those headers are not read.</summary>
    public static void Trust(WebApplication app, ApplicationSettings settings)
    {
        if (settings.TrustedProxies.Count == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 1 };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.TrustedProxies)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
        // Whoever comes past the proxy has no TLS: over a network that is refused, since his cookies would be seen.
        app.Use(async (http, next) =>
        {
            if (http.Request.IsHttps || http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress))
            {
                await next(http);
                return;
            }

            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync("Helios answers over https only. Use its https address.", http.RequestAborted);
        });
    }
}
