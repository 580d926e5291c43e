using Helios.Benchmarks.Filling;
using Helios.Kernel.Installations.Embedded;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helios.Benchmarks.Measuring.Parts;

/// <summary>
/// What the machine gives with nothing of Helios in between: bare statements, and a web server that does nothing else. No figure
/// of Helios can be better than these, and those of two machines compare by them.
/// </summary>
static class Machine
{
    const int Callers = 8;

    const string Scope = "select set_config('helios.organization', $1, true)";

    const string List =
        """
        select id, key, subject, status, priority, requester_id, assignee_id, created_at, updated_at, custom_fields::text
        from ticket where organization_id = $1 and archived_at is null and staff_readable order by updated_at desc, id desc limit 50
        """;

    /// <summary>Writes to the log alone, which the commit then flushes.</summary>
    const string Write = "select pg_logical_emit_message(true, 'bench', repeat('x', 400))";

    public static async Task Measure(Bed bed)
    {
        var connections = EmbeddedPostgres.Running(bed.Options.Folder).WithHouseRules();
        await using var database = NpgsqlDataSource.Create(connections.Server);
        var organization = (await new Owner(connections.Owner).Ask($"select id from platform.organization where slug = '{Filler.Slug}'", row => row.GetGuid(0), CancellationToken.None))[0];
        bed.Report.Above("a bare list of 50, no web server, 8 callers", await PerSecond(bed, async () => await Rows(database, organization)), "/s", null, "two statements by Npgsql");
        bed.Report.Above("a bare commit with fsync, 8 callers", await PerSecond(bed, () => Commit(database)), "/s", null, "pg_logical_emit_message");

        await using var web = await Serve(database, organization);
        using var load = new Load(new Uri(web.Urls.Single()));
        foreach (var (what, path) in new[] { ("a bare answer of a web server, 8 connections", "/nothing"), ("a bare list of 50 as JSON, 8 connections", "/list") })
        {
            HttpRequestMessage Ask(int caller, Random random) => new(HttpMethod.Get, path);
            await load.Run(Ask, Callers, bed.Options.WarmUp);
            bed.Report.Above(what, (await load.Run(Ask, Callers, bed.Options.Span)).PerSecond, "/s", null, $"GET {path}, Kestrel alone");
        }

        await web.StopAsync();
    }

    static async Task<WebApplication> Serve(NpgsqlDataSource database, Guid organization)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        web.MapGet("/nothing", () => Results.Ok());
        web.MapGet("/list", async () => Results.Json(await Rows(database, organization)));
        await web.StartAsync();
        return web;
    }

    static async Task<List<Row>> Rows(NpgsqlDataSource database, Guid organization)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Scope) { Parameters = { new() { Value = organization.ToString() } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(List) { Parameters = { new() { Value = organization } } });
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        List<Row> rows = [];
        while (await reader.ReadAsync())
            rows.Add(new Row(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt16(4), reader.GetGuid(5), reader.IsDBNull(6) ? null : reader.GetGuid(6),
                reader.GetDateTime(7), reader.GetDateTime(8), reader.IsDBNull(9) ? null : reader.GetString(9)));
        return rows.Count == 50 ? rows : throw new InvalidOperationException("The bare list has no 50 rows.");
    }

    static async Task Commit(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(Write);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<double> PerSecond(Bed bed, Func<Task> once)
    {
        await Run(bed.Options.WarmUp);
        return await Run(bed.Options.Span) / bed.Options.Span.TotalSeconds;

        async Task<int> Run(TimeSpan span)
        {
            using var end = new CancellationTokenSource(span);
            return (await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
            {
                var done = 0;
                for (; !end.IsCancellationRequested; done++)
                    await once();
                return done;
            })))).Sum();
        }
    }

    sealed record Row(
        Guid Id, string Key, string Subject, string Status, short Priority, Guid RequesterId, Guid? AssigneeId, DateTime CreatedAt, DateTime UpdatedAt, string? CustomFields);
}
