using System.Data;
using System.Text.Json;
using Helios.Kernel.Data;
using Helios.Kernel.Input;
using Npgsql;

namespace Helios.Kernel.Events;

/// <summary>Writes the chain of one organization into a file that proves itself: links, events, details, checkpoints and the public key, a line of JSON each (docs/audit.md).</summary>
public sealed class ChainExport(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>The form of the file.</summary>
    public const int Form = 1;

    static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>Writes everything up to the last link of now, or up to the one that was signed for this file: others go on meanwhile.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="end">The checkpoint that the file ends with; null for the last link.</param>
    /// <param name="output">Where the lines go.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>How many events that were.</returns>
    public async Task<long> Write((Guid Id, string Slug, string Name) organization, Checkpoint? end, Stream output, CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await using (var batch = connection.CreateBatch())
        {
            batch.InOrganization(organization.Id).Then("set local enable_nestloop = off");
            await batch.ExecuteNonQueryAsync(stop);
        }

        var keys = await Checkpoints.Keys(connection, stop);
        var checkpoints = await Checkpoints.Of(connection, organization.Id, stop);
        await Line(output, line => Head(line, organization, keys), stop);
        var (seq, hash) = (0L, ChainHash.Start);
        await using (var command = new NpgsqlCommand(ChainWalk.Links, connection) { Parameters = { new() { Value = organization.Id } }, CommandTimeout = 0 })
        await using (var reader = await command.ExecuteReaderAsync(stop))
            while (seq != end?.Seq && await reader.ReadAsync(stop))
            {
                await Line(output, line => Event(line, reader), stop);
                (seq, hash) = (reader.GetInt64(0), reader.Bytes(4));
            }

        foreach (var checkpoint in checkpoints.Where(checkpoint => checkpoint.Seq <= seq))
            await Line(output, line => Signed(line, checkpoint), stop);
        await Line(output, line => End(line, seq, hash), stop);
        return seq;
    }

    void Head(Utf8JsonWriter line, (Guid Id, string Slug, string Name) organization, List<byte[]> keys)
    {
        line.WriteNumber("helios_audit", Form);
        line.WriteString("organization_id", organization.Id);
        line.WriteString("slug", organization.Slug);
        line.WriteString("name", organization.Name);
        line.WriteString("exported_at", time.GetUtcNow());
        line.WriteStartArray("keys");
        foreach (var key in keys)
        {
            line.WriteStartObject();
            line.WriteString("id", Checkpoint.NameOf(key));
            line.WriteBase64String("spki", key);
            line.WriteEndObject();
        }

        line.WriteEndArray();
    }

    static void Event(Utf8JsonWriter line, NpgsqlDataReader reader)
    {
        line.WriteNumber("seq", reader.GetInt64(0));
        line.WriteString("prev", Hex(reader.Bytes(3)));
        line.WriteString("hash", Hex(reader.Bytes(4)));
        if (EventColumns.Read(reader, ChainWalk.Event) is not { } row)
        {
            line.WriteNull("event");
            return;
        }

        line.WriteStartObject("event");
        line.WriteString("organization_id", row.OrganizationId);
        line.WriteNumber("occurred_at", Checkpoint.Microseconds(row.OccurredAt));
        line.WriteString("id", row.Id);
        line.WriteString("action", row.Action);
        line.WriteString("kind", row.Kind);
        line.WriteString("entity_id", row.EntityId);
        line.WriteString("key", row.Key);
        line.WriteString("audience", row.Audience);
        line.WriteString("actor_kind", row.ActorKind);
        Id(line, "account_id", row.AccountId);
        Id(line, "user_id", row.UserId);
        line.WriteString("credential_id", row.CredentialId);
        line.WriteString("door", row.Door);
        line.WriteString("request_id", row.RequestId);
        line.WriteString("detail_digest", Hex(row.DetailDigest));
        Id(line, "run_id", row.RunId);
        line.WriteString("command", row.Command);
        Id(line, "undoes", row.Undoes);
        line.WriteEndObject();
        if (!reader.IsDBNull(ChainWalk.Detail) && reader.GetString(ChainWalk.Detail + 1).Length > 0)
            Detail(line, reader.GetInt16(ChainWalk.Detail + 2), DetailForm.Parts(reader.GetInt16(ChainWalk.Detail + 2), reader.Bytes(ChainWalk.Detail), reader.GetString(ChainWalk.Detail + 1)));
    }

    static void Detail(Utf8JsonWriter line, short form, IReadOnlyList<DetailPart> parts)
    {
        line.WriteStartObject("detail");
        line.WriteNumber("form", form);
        line.WriteStartArray("parts");
        foreach (var part in parts)
        {
            line.WriteStartObject();
            if (part.Text is { } text)
            {
                line.WriteString("salt", Hex(part.Salt!));
                line.WriteString("text", text);
            }
            else
            {
                line.WriteString("hash", Hex(part.Hash));
            }

            line.WriteEndObject();
        }

        line.WriteEndArray();
        line.WriteEndObject();
    }

    static void Signed(Utf8JsonWriter line, Checkpoint checkpoint)
    {
        line.WriteStartObject("checkpoint");
        line.WriteNumber("seq", checkpoint.Seq);
        line.WriteString("hash", Hex(checkpoint.Hash));
        line.WriteNumber("signed_at", Checkpoint.Microseconds(checkpoint.SignedAt));
        line.WriteString("key", checkpoint.Key);
        line.WriteString("signature", Hex(checkpoint.Signature));
        line.WriteEndObject();
    }

    static void End(Utf8JsonWriter line, long seq, byte[] hash)
    {
        line.WriteStartObject("end");
        line.WriteNumber("seq", seq);
        line.WriteString("hash", Hex(hash));
        line.WriteEndObject();
    }

    static async Task Line(Stream output, Action<Utf8JsonWriter> write, CancellationToken stop)
    {
        using var buffer = new MemoryStream();
        await using (var line = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = HeliosJson.Options.Encoder }))
        {
            line.WriteStartObject();
            write(line);
            line.WriteEndObject();
        }

        await output.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), stop);
        await output.WriteAsync(NewLine, stop);
    }

    static void Id(Utf8JsonWriter line, string name, Guid? id)
    {
        if (id is { } known)
            line.WriteString(name, known);
        else
            line.WriteNull(name);
    }

    static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
