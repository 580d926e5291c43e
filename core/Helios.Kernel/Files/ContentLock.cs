using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Helios.Kernel.Files;

/// <summary>
/// Whoever gives a content its first reference and whoever removes it for want of one never meet: both hold the content's lock
/// to the end of their transaction, on whatever node they are.
/// </summary>
static class ContentLock
{
    /// <summary>Enters an organization and takes the lock, in one message, as the first statements of a transaction.</summary>
    public static async Task Take(NpgsqlConnection connection, Guid organization, string hash, CancellationToken stop)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("select set_config('helios.organization', $1, true)") { Parameters = { new() { Value = organization.ToString() } } },
                new NpgsqlBatchCommand("select pg_advisory_xact_lock($1)") { Parameters = { new() { Value = Number(organization, hash) } } },
            },
        };
        await batch.ExecuteNonQueryAsync(stop);
    }

    static long Number(Guid organization, string hash) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.ASCII.GetBytes($"file {organization} {hash}")));
}
