using System.Net;

namespace Helios.Server.Metrics;

/// <summary>The figures of this node for Prometheus, to callers on the same machine.</summary>
static class MetricsEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/metrics", Answer);

    static Task Answer(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is { } caller && !IPAddress.IsLoopback(caller))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Response.ContentType = PrometheusText.ContentType;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(PrometheusText.Write(http.RequestServices.GetRequiredService<MeterValues>().Read()), http.RequestAborted);
    }
}
