using Npgsql;

namespace Helios.Server.Composition;

/// <summary>For watchdogs and load balancers: whether the process lives, and whether it can serve.</summary>
static class HealthEndpoints
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", http => Say(http, StatusCodes.Status200OK, "ok"));
        endpoints.MapGet("/readyz", Ready);
    }

    static async Task Ready(HttpContext http)
    {
        if (!http.RequestServices.GetRequiredService<ModelWarmUp>().IsDone)
            await Say(http, StatusCodes.Status503ServiceUnavailable, "starting");
        else if (await HasDatabase(http))
            await Say(http, StatusCodes.Status200OK, "ready");
        else
            await Say(http, StatusCodes.Status503ServiceUnavailable, "the database does not answer");
    }

    static async Task<bool> HasDatabase(HttpContext http)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            await using var command = http.RequestServices.GetRequiredService<NpgsqlDataSource>().CreateCommand("select 1");
            return await command.ExecuteScalarAsync(patience.Token) is 1;
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            return false;
        }
    }

    static Task Say(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(text + "\n", http.RequestAborted);
    }
}
