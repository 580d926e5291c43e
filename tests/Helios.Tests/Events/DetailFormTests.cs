using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Helios.Kernel.Events;
using Helios.Kernel.Input;
using Xunit;

namespace Helios.Tests.Events;

/// <summary>The digest of a detail survives the erasure of any of its parts, and nothing else.</summary>
public sealed class DetailFormTests
{
    static readonly byte[] Salt = [.. Enumerable.Range(1, 16).Select(number => (byte)number)];

    static readonly string Body = Write(new EventBody(
        "Mei Tanaka", "VPN drops", [new FieldChange("status", Json("new"), Json("in_progress")), new FieldChange("requester", null, Json("Zoë \"Z\" Ömer"))], "asked by Mei")
    { Undid = "TicketAssigned" });

    [Fact]
    public void The_digest_is_the_one_that_the_guide_describes()
    {
        string[] parts = ["Mei Tanaka", "VPN drops", "asked by Mei", "\"undid\":\"TicketAssigned\"", """{"field":"status","old":"new","new":"in_progress"}""", """{"field":"requester","old":null,"new":"Zoë \"Z\" Ömer"}"""];
        var hashes = parts.SelectMany((part, at) =>
        {
            var place = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(place, at);
            return SHA256.HashData([.. HMACSHA256.HashData(Salt, place)[..16], .. Encoding.UTF8.GetBytes(part)]);
        });

        Assert.Equal(SHA256.HashData([.. "helios.detail.2"u8, .. hashes]), DetailForm.Digest(Salt, Body));
    }

    [Fact]
    public void Any_parts_can_be_erased_one_after_the_other_and_the_digest_holds() => Prop.ForAll<bool[], bool[], NonNull<string>>((first, second, name) =>
    {
        var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name.Get));
        var body = Write(new EventBody(text, "Title", [new FieldChange("name", Json(text), Json("x")), new FieldChange("mail", null, Json(text))], text.Length > 3 ? text : null));
        var digest = DetailForm.Digest(Salt, body);
        var (salt, left) = DetailForm.Erase(Salt, body, (at, _) => first.ElementAtOrDefault(at));
        (salt, left) = DetailForm.Erase(salt, left, (at, _) => second.ElementAtOrDefault(at));
        var parts = DetailForm.Parts(DetailForm.Current, salt, left);
        return DetailForm.Digest(DetailForm.Current, parts).AsSpan().SequenceEqual(digest)
            && parts.Select((part, at) => part.IsErased == (first.ElementAtOrDefault(at) || second.ElementAtOrDefault(at))).All(holds => holds);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_erased_is_gone_with_its_salt_and_what_is_kept_stays_to_the_byte()
    {
        var (salt, left) = DetailForm.Erase(Salt, Body, (at, text) => text.Contains("Mei", StringComparison.Ordinal) || text.Contains("Zoë", StringComparison.Ordinal));
        var body = EventBody.Read(left)!;

        Assert.DoesNotContain("Mei", left, StringComparison.Ordinal);
        Assert.DoesNotContain("Ömer", left, StringComparison.Ordinal);
        Assert.Equal((EventBody.Erased, "VPN drops", EventBody.Erased, "TicketAssigned"), (body.Actor, body.Title, body.Why, body.Undid));
        Assert.Contains("""{"field":"status","old":"new","new":"in_progress"}""", left, StringComparison.Ordinal);
        Assert.True(body.Changes[1].IsErased);
        Assert.DoesNotContain(Convert.ToHexString(Salt), Convert.ToHexString(salt), StringComparison.Ordinal);
        Assert.Equal([0, 1], DetailForm.Parts(DetailForm.Current, salt, left).Select(part => part.IsErased ? 1 : 0).Distinct().Order());
    }

    [Theory]
    [InlineData("VPN drops", "VPN holds")]
    [InlineData("in_progress", "closed")]
    [InlineData("[erased]", "Somebody else")]
    [InlineData("TicketAssigned", "TicketClosed")]
    public void Nothing_that_is_kept_can_be_altered_afterwards(string from, string to)
    {
        var digest = DetailForm.Digest(Salt, Body);
        var (salt, left) = DetailForm.Erase(Salt, Body, (at, _) => at == 0);
        var altered = left.Replace(from, to, StringComparison.Ordinal);

        // The word that stands for what was erased proves nothing and says nothing.
        Assert.Equal(from == "[erased]", DetailForm.Digest(DetailForm.Current, DetailForm.Parts(DetailForm.Current, salt, altered)).AsSpan().SequenceEqual(digest));
    }

    [Fact]
    public void Proofs_that_do_not_fit_their_body_are_refused()
    {
        var (salt, left) = DetailForm.Erase(Salt, Body, (at, _) => at == 0);
        foreach (var broken in new[] { salt[..^1], [.. salt, 0], [7, .. salt[1..]], [] })
            Assert.Throws<FormatException>(() => DetailForm.Parts(DetailForm.Current, broken, left));
        Assert.Throws<FormatException>(() => DetailForm.Parts(DetailForm.Current, Salt, "no json"));
    }

    static string Write(EventBody body) => JsonSerializer.Serialize(body, HeliosJson.Options);

    static JsonElement Json(string text) => JsonSerializer.SerializeToElement(text, HeliosJson.Options);
}
