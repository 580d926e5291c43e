using Helios.Kernel.Data;
using Npgsql;

namespace Helios.Kernel.Events;

/// <summary>Follows the chain of one organization, link by link, in one snapshot.</summary>
/// <param name="organization">Its name in addresses.</param>
/// <param name="checkpoints">What was signed about it.</param>
sealed class ChainWalk(string organization, CheckpointWalk checkpoints)
{
    /// <summary>Where the event's columns begin in <see cref="Links"/>.</summary>
    public const int Event = 5;

    /// <summary>Where its detail's columns begin: salt, body, form.</summary>
    public const int Detail = Event + EventColumns.Count;

    byte[] last = ChainHash.Start;

    /// <summary>Every link with its event and the event's detail, in order. Parameter: the organization.</summary>
    public const string Links =
        $"""
        select s.seq, s.occurred_at, s.event_id, s.prev, s.hash, {EventColumns.All}, d.salt, d.body, d.form
        from event_seal s
        left join event e on e.organization_id = s.organization_id and e.occurred_at = s.occurred_at and e.id = s.event_id
        left join event_detail d on d.organization_id = s.organization_id and d.occurred_at = s.occurred_at and d.event_id = s.event_id
        where s.organization_id = $1 order by s.seq
        """;

    /// <summary>How many links held.</summary>
    public long Seq { get; private set; }

    /// <summary>How many of them have lost their detail or values of it, which is allowed.</summary>
    public long Erased { get; private set; }

    /// <summary>Checks the link that the reader stands on.</summary>
    public BrokenLink? Step(NpgsqlDataReader reader)
    {
        var seq = reader.GetInt64(0);
        var id = reader.GetGuid(2);
        if (seq != Seq + 1)
            return Broken(Seq + 1, null, null, $"The link is missing: after {Seq} comes {seq}.");
        var row = EventColumns.Read(reader, Event);
        if (!Same(reader, 3, last))
            return Broken(seq, id, row?.Key, "The link does not follow the one before it: one of the two was altered, or one was put in their place.");
        if (row is null)
            return Broken(seq, id, null, "The event is missing: it was deleted, or moved to another time.");
        var hash = ChainHash.Link(last, ChainHash.Leaf(row));
        if (!Same(reader, 4, hash))
            return Broken(seq, id, row.Key, "The event is not the one that was sealed here: the event or its link was altered.");
        if (!DetailHolds(reader, row))
            return Broken(seq, id, row.Key, "The event's details are not those that were sealed: names, values or the reason were altered.");
        last = hash;
        Seq = seq;
        return checkpoints.Wrong(seq, hash) is { } wrong ? Broken(seq, id, row.Key, wrong) : null;
    }

    /// <summary>Compares the chain's end with the head that the sealer keeps.</summary>
    public BrokenLink? End(long headSeq, byte[]? headHash)
    {
        if (checkpoints.Behind is { } behind)
            return Broken(Seq + 1, null, null, $"The end of the chain is missing: it ends at {Seq}, and a checkpoint was signed over {behind.Seq} links.");
        if (headSeq > Seq)
            return Broken(Seq + 1, null, null, $"The end of the chain is missing: it ends at {Seq}, and {headSeq} links were sealed.");
        if (headSeq < Seq)
            return Broken(headSeq + 1, null, null, $"The chain is longer than what was sealed: it ends at {Seq}, and {headSeq} links were sealed.");
        return headSeq > 0 && !last.AsSpan().SequenceEqual(headHash)
            ? Broken(Seq, null, null, "The last link is not the one that was sealed last: the chain was written anew, or its head was altered.")
            : null;
    }

    BrokenLink Broken(long seq, Guid? id, string? key, string wrong) => new(organization, seq, id, key, wrong);

    bool DetailHolds(NpgsqlDataReader reader, EventRow row)
    {
        if (reader.IsDBNull(Detail) || reader.GetString(Detail + 1).Length == 0)
        {
            Erased++;
            return true;
        }

        try
        {
            var parts = DetailForm.Parts(reader.GetInt16(Detail + 2), reader.Bytes(Detail), reader.GetString(Detail + 1));
            Erased += parts.Any(part => part.IsErased) ? 1 : 0;
            return DetailForm.Digest(reader.GetInt16(Detail + 2), parts).AsSpan().SequenceEqual(row.DetailDigest);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    static bool Same(NpgsqlDataReader reader, int column, byte[] expected) => reader.Bytes(column).AsSpan().SequenceEqual(expected);
}
