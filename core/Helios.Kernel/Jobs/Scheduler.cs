using System.Text.Json;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Input;
using Helios.Kernel.Modules;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helios.Kernel.Jobs;

/// <summary>
/// Makes a job of each due time. Every node looks; the database lets one of them have it. Times that passed while no node ran
/// are made up for once, not once for each.
/// </summary>
public sealed partial class Scheduler(Registry registry, NpgsqlDataSource database, CommitSignal committed, TimeProvider time, ILogger<Scheduler> log)
{
    /// <summary>How late a job may be made: due times name minutes.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    const int Most = 500;

    /// <summary>Where the row of a schedule, of a declared job and of its module meet.</summary>
    const string Due =
        """
        select s.id, s.organization_id, s.name, s.times, coalesce(s.zone, o.zone), s.next_at
        from platform.schedule s
        join platform.organization o on o.id = s.organization_id
        join unnest($1::text[], $2::text[]) as d(name, module) on d.name = s.name
        where s.is_on and (s.next_at is null or s.next_at <= $3)
          and not exists (select from platform.module_switch w where w.organization_id = s.organization_id and w.module = d.module and not w.is_on)
        order by s.next_at limit $4
        """;

    /// <summary>Moves the schedule on and makes the job, both or none; nothing where another node was first or an admin has changed it.</summary>
    const string Make =
        """
        with moved as (
          update platform.schedule set next_at = $4 where id = $1 and is_on and next_at is not distinct from $3 returning organization_id, name)
        insert into platform.job (id, organization_id, name, payload, state, run_at, created_at, schedule_id, due_at)
        select $2, organization_id, name, $5, 'waiting', $6, $6, $1, $3 from moved where $3::timestamptz is not null
        on conflict do nothing returning id
        """;

    readonly string[] names = [.. registry.Schedules.Select(declared => declared.Name)];
    readonly string[] modules = [.. registry.Schedules.Select(declared => declared.Job.Module.Id)];
    readonly Dictionary<string, ScheduleDeclaration> declared = registry.Schedules.ToDictionary(one => one.Name, StringComparer.Ordinal);

    /// <summary>Looks until the node stops.</summary>
    public async Task Run(CancellationToken stop)
    {
        if (names.Length == 0)
            return;
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do
                await Try(stop);
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    /// <summary>Makes the jobs that are due now.</summary>
    /// <returns>How many this node made.</returns>
    public async Task<int> Look(CancellationToken stop)
    {
        await Complete(stop);
        var made = 0;
        foreach (var due in await Read(stop))
            if (await MakeJob(due, stop))
                made++;
        if (made > 0)
            committed.Raise(hasEvents: false, hasJobs: true);
        return made;
    }

    async Task Try(CancellationToken stop)
    {
        try
        {
            await Look(stop);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            LogFailed(log, e);
        }
    }

    /// <summary>Gives every organization a row for every declared schedule.</summary>
    async Task Complete(CancellationToken stop)
    {
        await using var batch = database.CreateBatch();
        batch.Then(
            """
            insert into platform.schedule (id, organization_id, name, is_on, created_at)
            select uuidv7(), o.id, d.name, true, $2 from platform.organization o cross join unnest($1::text[]) as d(name)
            where not exists (select from platform.schedule s where s.organization_id = o.id and s.name = d.name)
            on conflict do nothing
            """,
            names, time.GetUtcNow());
        await batch.ExecuteNonQueryAsync(stop);
    }

    async Task<List<Schedule>> Read(CancellationToken stop)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Due, names, modules, time.GetUtcNow(), Most);
        await using var reader = await batch.ExecuteReaderAsync(stop);
        List<Schedule> due = [];
        while (await reader.ReadAsync(stop))
            due.Add(new Schedule
            {
                Id = reader.GetGuid(0),
                OrganizationId = reader.GetGuid(1),
                Name = reader.GetString(2),
                Times = reader.Text(3),
                Zone = reader.GetString(4),
                NextAt = await reader.IsDBNullAsync(5, stop) ? null : reader.Time(5),
            });
        return due;
    }

    async Task<bool> MakeJob(Schedule due, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var times = (due.Times is { } own ? DueTimes.Read(own) : null) ?? declared[due.Name].Times;
        // A zone that this machine does not know any more counts as UTC, as everywhere.
        var next = times.Next(now, TimeZoneInfo.TryFindSystemTimeZoneById(due.Zone!, out var zone) ? zone : TimeZoneInfo.Utc);
        var payload = due.NextAt is { } moment ? JsonSerializer.Serialize(new Scheduled(moment), HeliosJson.Options) : "{}";
        await using var command = database.CreateCommand(Make);
        foreach (var value in new object?[] { due.Id, Guid.CreateVersion7(), due.NextAt, next ?? DateTimeOffset.MaxValue.AddYears(-1), payload, now })
            command.Parameters.Add(value is null ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz } : new NpgsqlParameter { Value = value });
        return await command.ExecuteScalarAsync(stop) is not null;
    }

    [LoggerMessage(LogLevel.Warning, "Schedules could not be read or written; it is tried again.")]
    static partial void LogFailed(ILogger log, Exception exception);
}
