using System.Text.Json;
using Helios.Kernel.Data;
using Helios.Kernel.Input;
using Npgsql;

namespace Helios.Kernel.Jobs;

/// <summary>The states of jobs in the database. Whoever writes one says which claim it has: after a lost lease nothing is written.</summary>
sealed class JobTable(NpgsqlDataSource database, TimeProvider time, bool tellsOfDead)
{
    /// <summary>How long a claim holds without a sign of life.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    const string Columns = "id, organization_id, name, payload, state, attempts, run_at, done, total, message, cancel_requested, account_id, created_at, subject_id, schedule_id, due_at";

    const string Mine = "where id = $1 and worker = $2 and attempts = $3 and state = 'running'";

    /// <summary>Takes the next job that is due, or one whose worker gave no sign of life. Several nodes never take the same.</summary>
    /// <param name="names">The jobs that this node knows.</param>
    /// <param name="worker">Who takes it.</param>
    /// <param name="stop">Ends the attempt.</param>
    public async Task<Job?> Claim(string[] names, string worker, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return await Claim("state = 'waiting' and run_at <= $1", "run_at", now, names, worker, stop)
            ?? await Claim("state = 'running' and leased_until < $1", "leased_until", now, names, worker, stop);
    }

    /// <summary>Ends the leases of processes that have certainly ended, so that a node that comes back after a crash need not wait for its own.</summary>
    public async Task Inherit(CancellationToken stop)
    {
        await using var running = database.CreateCommand("select distinct worker from platform.job where state = 'running' and worker is not null");
        List<string> workers = [];
        await using (var reader = await running.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop))
                workers.Add(reader.GetString(0));
        if (workers.FindAll(WorkerName.IsDead) is not { Count: > 0 } dead)
            return;
        await using var batch = database.CreateBatch();
        batch.Then("update platform.job set leased_until = $1 where state = 'running' and worker = any($2)", time.GetUtcNow() - Lease, dead.ToArray());
        await batch.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Keeps the claim. Null when it is lost, else whether somebody asked to cancel.</summary>
    public Task<bool?> Renew(Job job, string worker, CancellationToken stop) =>
        Ask($"update platform.job set leased_until = $4 {Mine} returning cancel_requested", stop, job.Id, worker, job.Attempts, time.GetUtcNow() + Lease);

    /// <summary>Says how far it is and keeps the claim. Null when it is lost, else whether somebody asked to cancel.</summary>
    public Task<bool?> Report(Job job, string worker, (int Done, int? Total, string? Message) progress, CancellationToken stop) =>
        Ask(
            $"update platform.job set leased_until = $4, done = $5, total = $6, message = $7 {Mine} returning cancel_requested",
            stop, job.Id, worker, job.Attempts, time.GetUtcNow() + Lease, progress.Done, progress.Total, progress.Message);

    /// <summary>Ends the job in a last state; a null message leaves the last one.</summary>
    public Task<bool?> Finish(Job job, string worker, string state, string? message) =>
        Ask(
            $"update platform.job set state = $4, message = coalesce($5, message), finished_at = $6, leased_until = null {Mine} returning cancel_requested",
            CancellationToken.None, job.Id, worker, job.Attempts, state, message, time.GetUtcNow());

    /// <summary>Ends the job as dead and has that told, both or none.</summary>
    public async Task Die(Job job, string worker, string message)
    {
        await using var batch = database.CreateBatch();
        batch.Then(
            $"""
            with dead as (
              update platform.job set state = 'dead', message = $4, finished_at = $5, leased_until = null {Mine} returning organization_id)
            insert into platform.job (id, organization_id, name, payload, state, run_at, created_at)
            select $6, organization_id, $7, $8, 'waiting', $5, $5 from dead where organization_id is not null and $9
            """,
            job.Id, worker, job.Attempts, message, time.GetUtcNow(), Guid.CreateVersion7(), DeadJob.JobName,
            JsonSerializer.Serialize(new DeadJob(job.Id, job.Name, message), HeliosJson.Options), tellsOfDead && job.Name != DeadJob.JobName);
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>Gives the job back, to be run later.</summary>
    /// <param name="job">The claimed job.</param>
    /// <param name="worker">Who has it.</param>
    /// <param name="attempts">How many attempts count: one less when the node, not the job, was at fault.</param>
    /// <param name="later">How much later.</param>
    /// <param name="message">What went wrong; null leaves the last message.</param>
    public Task<bool?> GiveBack(Job job, string worker, int attempts, TimeSpan later, string? message) =>
        Ask(
            $"update platform.job set state = 'waiting', attempts = $4, run_at = $5, message = coalesce($6, message), leased_until = null, worker = null {Mine} returning cancel_requested",
            CancellationToken.None, job.Id, worker, job.Attempts, attempts, time.GetUtcNow() + later, message);

    async Task<Job?> Claim(string due, string order, DateTimeOffset now, string[] names, string worker, CancellationToken stop)
    {
        await using var command = database.CreateCommand(
            $"""
            update platform.job set state = 'running', attempts = attempts + 1, worker = $3, leased_until = $4
            where id = (select id from platform.job where {due} and name = any($2) order by {order} limit 1 for update skip locked)
            returning {Columns}
            """);
        foreach (var value in new object[] { now, names, worker, now + Lease })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? Read(reader) : null;
    }

    static Job Read(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetGuid(0),
        OrganizationId = reader.Id(1),
        Name = reader.GetString(2),
        Payload = reader.GetString(3),
        State = reader.GetString(4),
        Attempts = reader.GetInt32(5),
        RunAt = reader.Time(6),
        Done = reader.GetInt32(7),
        Total = reader.IsDBNull(8) ? null : reader.GetInt32(8),
        Message = reader.Text(9),
        CancelRequested = reader.GetBoolean(10),
        AccountId = reader.Id(11),
        CreatedAt = reader.Time(12),
        SubjectId = reader.Id(13),
        ScheduleId = reader.Id(14),
        DueAt = reader.IsDBNull(15) ? null : reader.Time(15),
    };

    async Task<bool?> Ask(string sql, CancellationToken stop, params object?[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return await command.ExecuteScalarAsync(stop) as bool?;
    }
}
