using System.Text.Json;
using Helios.Kernel.Data;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Commands;

/// <summary>Runs a command once for a key. The key's row is the first of the transaction, so a second caller waits for the first.</summary>
static class Idempotency
{
    /// <summary>The answer that the key already has, a refusal, or null when the caller is the first: then the row is stored.</summary>
    public static async Task<Outcome<TResult>?> Answer<TResult>(HeliosDb db, IdempotencyRow row, CancellationToken stop)
    {
        var isFirst = await db.Database.SqlQuery<int>(
            $"""
            insert into idempotency (organization_id, actor, key, command, request_hash, created_at)
            values ({row.OrganizationId}, {row.Actor}, {row.Key}, {row.Command}, {row.RequestHash}, {row.CreatedAt})
            on conflict do nothing returning 1 as "Value"
            """).ToListAsync(stop);
        if (isFirst.Count > 0)
        {
            db.Attach(row);
            return null;
        }

        var known = await db.Set<IdempotencyRow>().AsNoTracking().SingleAsync(other => other.Actor == row.Actor && other.Key == row.Key, stop);
        if (!known.RequestHash.AsSpan().SequenceEqual(row.RequestHash) || !string.Equals(known.Command, row.Command, StringComparison.Ordinal))
            return Problem.Conflict("idempotency.key_reused", "This Idempotency-Key was used for another request. Send a new key for a new request.");
        return JsonSerializer.Deserialize<TResult>(known.Answer!, HeliosJson.Options)!;
    }
}
