using Helios.Kernel.Data.Migrating;
using Helios.Kernel.Installations;
using Npgsql;

namespace Helios.Server.Running;

/// <summary>What a service manager or load balancer asks: does the process live, and can it serve.</summary>
static class Probes
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder routes, House house)
    {
        routes.MapGet("/healthz", static context => Say(context, StatusCodes.Status200OK, "alive"));
        routes.MapGet("/readyz", async context =>
        {
            var fault = await Fault(context.RequestServices.GetRequiredService<NpgsqlDataSource>(), house, context.RequestAborted);
            await Say(context, fault is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, fault ?? "ready");
        });
    }

    static async Task<string?> Fault(NpgsqlDataSource database, House house, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            var pending = await Migrator.Pending(database, house.Migrations, limit.Token);
            return pending.Count == 0 ? null : "the database waits for its migrations";
        }
        catch (InstallationException)
        {
            return "the database does not fit this program";
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            return "the database does not answer";
        }
    }

    static Task Say(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text + "\n", context.RequestAborted);
    }
}
