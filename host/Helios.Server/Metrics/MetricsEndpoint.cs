using System.Net;

namespace Helios.Server.Metrics;

/// <summary>The figures of this node for Prometheus, to callers on the same machine.</summary>
static class MetricsEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        // Asked for now, so that it listens from the first request on.
        var values = endpoints.ServiceProvider.GetRequiredService<MeterValues>();
        endpoints.MapGet("/metrics", http => Answer(http, values));
    }

    static Task Answer(HttpContext http, MeterValues values)
    {
        if (http.Connection.RemoteIpAddress is { } caller && !IPAddress.IsLoopback(caller))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Response.ContentType = PrometheusText.ContentType;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(PrometheusText.Write(values.Read()), http.RequestAborted);
    }
}
