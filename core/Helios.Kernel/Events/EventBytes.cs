using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Helios.Kernel.Events;

/// <summary>The bytes of an event that its seal is computed from: the same row gives the same bytes on every machine, for ever.</summary>
/// <remarks>
/// Form 1: the ASCII text <c>helios.event.1</c>, then these columns in this order, each as its length (4 bytes, big-endian)
/// and its content: organization_id, occurred_at, id, action, kind, entity_id, key, audience, actor_kind, account_id,
/// user_id, credential_id, door, request_id, detail_digest. A null is the length FFFFFFFF without content. A uuid is its 16
/// bytes in the order of its text; a time is its microseconds since 1970 in UTC as 8 bytes, big-endian; text is UTF-8.
/// Form 2, for events that have a run_id: the ASCII text <c>helios.event.2</c>, the columns of form 1, then run_id, command, undoes.
/// A new column of <c>event</c> needs form 3, by which only events that carry it are sealed.
/// </remarks>
public static class EventBytes
{
    const uint Null = uint.MaxValue;

    /// <summary>The bytes of one event: in form 2 where it belongs to a run, else in form 1.</summary>
    public static byte[] Of(EventRow row)
    {
        var bytes = new ArrayBufferWriter<byte>(448);
        bytes.Write(row.RunId is null ? "helios.event.1"u8 : "helios.event.2"u8);
        Write(bytes, row.OrganizationId);
        Write(bytes, row.OccurredAt);
        Write(bytes, row.Id);
        Write(bytes, row.Action);
        Write(bytes, row.Kind);
        Write(bytes, row.EntityId);
        Write(bytes, row.Key);
        Write(bytes, row.Audience);
        Write(bytes, row.ActorKind);
        Write(bytes, row.AccountId);
        Write(bytes, row.UserId);
        Write(bytes, row.CredentialId);
        Write(bytes, row.Door);
        Write(bytes, row.RequestId);
        Write(bytes, row.DetailDigest);
        if (row.RunId is not null)
        {
            Write(bytes, row.RunId);
            Write(bytes, row.Command);
            Write(bytes, row.Undoes);
        }

        return bytes.WrittenSpan.ToArray();
    }

    static void Write(ArrayBufferWriter<byte> bytes, DateTimeOffset time)
    {
        Length(bytes, sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(sizeof(long)), (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        bytes.Advance(sizeof(long));
    }

    static void Write(ArrayBufferWriter<byte> bytes, Guid? id)
    {
        if (id is not { } known)
        {
            Length(bytes, Null);
            return;
        }

        Length(bytes, 16);
        known.TryWriteBytes(bytes.GetSpan(16), bigEndian: true, out _);
        bytes.Advance(16);
    }

    static void Write(ArrayBufferWriter<byte> bytes, string? text)
    {
        if (text is null)
        {
            Length(bytes, Null);
            return;
        }

        Length(bytes, (uint)Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, bytes);
    }

    static void Write(ArrayBufferWriter<byte> bytes, byte[] content)
    {
        Length(bytes, (uint)content.Length);
        bytes.Write(content);
    }

    static void Length(ArrayBufferWriter<byte> bytes, uint length)
    {
        BinaryPrimitives.WriteUInt32BigEndian(bytes.GetSpan(sizeof(uint)), length);
        bytes.Advance(sizeof(uint));
    }
}
