using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Helios.Kernel.Events;

/// <summary>How the digest of a detail is made from its parts, and how single parts are erased while the digest holds (docs/audit.md).</summary>
/// <remarks>
/// The parts of form 2: the actor's name, the title, the reason ("" where there is none), the further members as they stand in the body
/// (<c>"rows":[…],"undid":"…"</c>), then each change as its JSON stands there. Each has a salt of its own, made from the detail's 16 bytes; of an erased one the hash is left, and its salt is gone, so that
/// nothing can be guessed. Form 1 is one part: the whole body.
/// </remarks>
public static class DetailForm
{
    /// <summary>The form of new details.</summary>
    public const short Current = 2;

    /// <summary>Parts before the changes.</summary>
    public const int Fixed = 4;

    const int SaltLength = 16;
    const byte Kept = 0;
    const byte Erased = 1;

    /// <summary>What the chain holds instead of the detail itself.</summary>
    public static byte[] Digest(byte[] salt, string body) => Digest(Current, Parts(Current, salt, body));

    /// <summary>The digest of parts, erased ones among them.</summary>
    public static byte[] Digest(short form, IReadOnlyList<DetailPart> parts) =>
        form == 1 ? parts[0].Hash : SHA256.HashData([.. "helios.detail.2"u8, .. parts.SelectMany(part => part.Hash)]);

    /// <summary>The parts of a detail as it is stored.</summary>
    /// <exception cref="FormatException">Salt and body do not belong together.</exception>
    public static IReadOnlyList<DetailPart> Parts(short form, byte[] salt, string body)
    {
        if (form == 1)
            return [Of(salt, body)];
        var texts = Texts(body);
        return salt.Length == SaltLength ? [.. texts.Select((text, at) => Of(SaltOf(salt, at), text))] : Proven(salt, texts);
    }

    /// <summary>Erases the parts that are named by their place; gives the salt column and the body that are left.</summary>
    public static (byte[] Salt, string Body) Erase(byte[] salt, string body, Func<int, string, bool> isErased)
    {
        var parts = Parts(Current, salt, body).Select((part, at) => part.Text is { } text && isErased(at, text) ? part with { Salt = null, Text = null } : part).ToList();
        return ([.. parts.SelectMany(part => (byte[])(part.IsErased ? [Erased, .. part.Hash] : [Kept, .. part.Salt!]))], Body(body, parts));
    }

    /// <summary>A part that is there, with its hash.</summary>
    internal static DetailPart Of(byte[] salt, string text) => new(salt, text, SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(text)]));

    static byte[] SaltOf(byte[] salt, int at)
    {
        Span<byte> place = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(place, at);
        return HMACSHA256.HashData(salt, place)[..SaltLength];
    }

    static List<DetailPart> Proven(byte[] proof, List<string> texts)
    {
        List<DetailPart> parts = [];
        var at = 0;
        foreach (var text in texts)
        {
            var length = at < proof.Length && proof[at] == Erased ? SHA256.HashSizeInBytes : SaltLength;
            if (at + 1 + length > proof.Length || proof[at] > Erased)
                throw new FormatException("What is left of an erased detail is not whole.");
            var bytes = proof[(at + 1)..(at + 1 + length)];
            parts.Add(proof[at] == Erased ? new DetailPart(null, null, bytes) : Of(bytes, text));
            at += 1 + length;
        }

        return at == proof.Length ? parts : throw new FormatException("What is left of an erased detail has more parts than its body.");
    }

    static List<string> Texts(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            List<string> texts = [root.GetProperty("actor").GetString() ?? "", root.GetProperty("title").GetString() ?? "", root.GetProperty("why").GetString() ?? "", Further(root)];
            texts.AddRange(root.GetProperty("changes").EnumerateArray().Select(change => change.GetRawText()));
            return texts;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("The body of a detail cannot be read.", e);
        }
    }

    static string Further(JsonElement root) => string.Join(',', root.EnumerateObject()
        .Where(member => member.Name is not ("actor" or "title" or "why" or "changes"))
        .Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}"));

    /// <summary>The body without what was erased; what is kept stays as it is, to the byte.</summary>
    static string Body(string body, List<DetailPart> parts)
    {
        using var json = JsonDocument.Parse(body);
        using var written = new MemoryStream();
        using (var writer = new Utf8JsonWriter(written, new JsonWriterOptions { Encoder = Input.HeliosJson.Options.Encoder }))
        {
            writer.WriteStartObject();
            writer.WriteString("actor", parts[0].Text ?? EventBody.Erased);
            writer.WriteString("title", parts[1].Text ?? EventBody.Erased);
            writer.WriteStartArray("changes");
            foreach (var (part, change) in parts.Skip(Fixed).Zip(json.RootElement.GetProperty("changes").EnumerateArray()))
                writer.WriteRawValue(part.Text ?? JsonSerializer.Serialize(new FieldChange(change.GetProperty("field").GetString()!, null, null) { IsErased = true }, Input.HeliosJson.Options));
            writer.WriteEndArray();
            writer.WriteString("why", parts[2] switch { { IsErased: true } => EventBody.Erased, { Text: "" } => null, var why => why.Text });
            writer.WriteEndObject();
        }

        var whole = Encoding.UTF8.GetString(written.ToArray());
        return parts[3] is { Text: { Length: > 0 } further } ? $"{whole[..^1]},{further}}}" : whole;
    }
}
