using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helios.Kernel.Events;

/// <summary>Verifies an exported chain from its file alone: no database, no root key.</summary>
public sealed class ExportVerifier
{
    readonly Dictionary<string, byte[]> keys = new(StringComparer.Ordinal);
    readonly Dictionary<long, byte[]> hashes = [];
    readonly List<Checkpoint> checkpoints = [];
    Guid organization;
    string slug = "";
    byte[] last = ChainHash.Start;
    long seq;
    long erased;
    bool hasEnded;

    /// <summary>The organization of the file.</summary>
    public Guid Organization => organization;

    /// <summary>The names of the keys in the file: compare them with the one that Settings, Audit shows.</summary>
    public IReadOnlyCollection<string> KeyNames => keys.Keys;

    /// <summary>The checkpoints in the file, each of which holds once it was read without a fault.</summary>
    public IReadOnlyList<Checkpoint> Checkpoints => checkpoints;

    /// <summary>The last link.</summary>
    public (long Seq, byte[] Hash) End => (seq, last);

    /// <summary>Reads a file to its end or to the first thing that does not hold.</summary>
    /// <param name="lines">The file.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<ChainReport> Verify(TextReader lines, CancellationToken stop)
    {
        var number = 0;
        string? wrong = null;
        for (string? line; wrong is null && (line = await lines.ReadLineAsync(stop)) is not null;)
            wrong = Read(line, ++number);
        wrong ??= hasEnded ? null : "The end of the file is missing: it was cut off.";
        return new ChainReport(seq, 1, erased, (0, null), wrong is null ? null : new BrokenLink(slug, seq + 1, null, null, wrong)) { Checkpoints = checkpoints.Count };
    }

    /// <summary>What of an older export is not in this chain, as a sentence; null when this chain goes on where that one ended.</summary>
    public string? Contradicts(ExportVerifier older)
    {
        if (older.organization != organization)
            return "The other export is of another organization.";
        if (older.seq > seq)
            return $"The end of the chain is missing: it ends at {seq}, and the other export has {older.seq} links.";
        return older.seq > 0 && !hashes[older.seq].AsSpan().SequenceEqual(older.last)
            ? $"Link {older.seq} is another one than in the other export: the chain was written anew since."
            : null;
    }

    string? Read(string line, int number)
    {
        try
        {
            var json = JsonNode.Parse(line)!.AsObject();
            if (hasEnded)
                return "There is more behind the end.";
            if (number == 1)
                return Head(json);
            if (json["checkpoint"] is JsonObject checkpoint)
                return Signed(checkpoint);
            if (json["end"] is JsonObject end)
                return Ended(end);
            return Link(json);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or ArgumentException or NullReferenceException or KeyNotFoundException)
        {
            return $"Line {number} cannot be read: {e.Message}";
        }
    }

    string? Head(JsonObject head)
    {
        if ((int?)head["helios_audit"] != ChainExport.Form)
            return "This is no audit export that this version can read.";
        organization = Guid.Parse((string)head["organization_id"]!);
        slug = (string)head["slug"]!;
        foreach (var key in head["keys"]!.AsArray())
            if (Convert.FromBase64String((string)key!["spki"]!) is var spki && Checkpoint.NameOf(spki) == (string)key["id"]!)
                keys[Checkpoint.NameOf(spki)] = spki;
            else
                return $"The key {key["id"]} is not the one that it says.";
        return null;
    }

    string? Link(JsonObject json)
    {
        if ((long)json["seq"]! != seq + 1)
            return $"The link is missing: after {seq} comes {json["seq"]}.";
        if (!Bytes(json["prev"]).AsSpan().SequenceEqual(last))
            return "The link does not follow the one before it: one of the two was altered, or one was put in their place.";
        if (json["event"] is not JsonObject columns)
            return "The event is missing: it was deleted, or moved to another time.";
        var row = Row(columns);
        var hash = ChainHash.Link(last, ChainHash.Leaf(row));
        if (row.OrganizationId != organization || !Bytes(json["hash"]).AsSpan().SequenceEqual(hash))
            return "The event is not the one that was sealed here: the event or its link was altered.";
        if (!DetailHolds(json["detail"], row))
            return "The event's details are not those that were sealed: names, values or the reason were altered.";
        (last, seq) = (hash, seq + 1);
        hashes[seq] = hash;
        return null;
    }

    bool DetailHolds(JsonNode? detail, EventRow row)
    {
        if (detail is null)
        {
            erased++;
            return true;
        }

        var parts = detail["parts"]!.AsArray().Select(part => part!["text"] is { } text
            ? DetailForm.Of(Bytes(part["salt"]), (string)text!)
            : new DetailPart(null, null, Bytes(part["hash"]))).ToList();
        erased += parts.Exists(part => part.IsErased) ? 1 : 0;
        return DetailForm.Digest((short)detail["form"]!, parts).AsSpan().SequenceEqual(row.DetailDigest);
    }

    string? Signed(JsonObject json)
    {
        var checkpoint = new Checkpoint(
            organization, (long)json["seq"]!, Bytes(json["hash"]), Checkpoint.Time((long)json["signed_at"]!), (string)json["key"]!, Bytes(json["signature"]));
        if (checkpoint.Seq > seq)
            return $"The end of the chain is missing: it ends at {seq}, and a checkpoint was signed over {checkpoint.Seq} links.";
        if (!keys.TryGetValue(checkpoint.Key, out var spki) || !checkpoint.IsSignedBy(spki))
            return $"The checkpoint of link {checkpoint.Seq} is not signed by a key of this file.";
        if (!hashes[checkpoint.Seq].AsSpan().SequenceEqual(checkpoint.Hash))
            return $"A checkpoint was signed over another link {checkpoint.Seq}: the chain was written anew since.";
        checkpoints.Add(checkpoint);
        return null;
    }

    string? Ended(JsonObject end)
    {
        hasEnded = true;
        return (long)end["seq"]! == seq && Bytes(end["hash"]).AsSpan().SequenceEqual(last) ? null : $"The file ends with link {seq}, and says that there are {end["seq"]}.";
    }

    static EventRow Row(JsonObject columns) => new()
    {
        OrganizationId = Guid.Parse((string)columns["organization_id"]!),
        OccurredAt = Checkpoint.Time((long)columns["occurred_at"]!),
        Id = Guid.Parse((string)columns["id"]!),
        Action = (string)columns["action"]!,
        Kind = (string)columns["kind"]!,
        EntityId = Guid.Parse((string)columns["entity_id"]!),
        Key = (string)columns["key"]!,
        Audience = (string)columns["audience"]!,
        ActorKind = (string)columns["actor_kind"]!,
        AccountId = Id(columns["account_id"]),
        UserId = Id(columns["user_id"]),
        CredentialId = (string?)columns["credential_id"],
        Door = (string)columns["door"]!,
        RequestId = (string)columns["request_id"]!,
        DetailDigest = Bytes(columns["detail_digest"]),
        RunId = Id(columns["run_id"]),
        Command = (string?)columns["command"],
        Undoes = Id(columns["undoes"]),
    };

    static Guid? Id(JsonNode? node) => node is null ? null : Guid.Parse((string)node!);

    static byte[] Bytes(JsonNode? hex) => Convert.FromHexString((string)hex!);
}
