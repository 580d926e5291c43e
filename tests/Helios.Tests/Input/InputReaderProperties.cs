using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Xunit;

namespace Helios.Tests.Input;

/// <summary>Whatever is sent: an input or a problem that names fields, never an exception.</summary>
public sealed class InputReaderProperties
{
    static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1000);

    static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements("", "x", "\0", "\ud800", "\udc00x", "free", "1", "true", "G-1", "2026-03-01", "2026-13-01", "2026-03-01T10:00:00Z", "2026-03-01T10:00:00",
            "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "01890a5d-ac96-774b-bcce-b302099a8057", "1e9999", "null", "[", "{\"a\":"),
        ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? ""));

    static readonly Gen<string> Names = Gen.OneOf(Gen.Elements([.. RecordContract.Of(typeof(Sample)).Fields.Select(field => field.Name), "room", "floor", "inside"]), Texts);

    static readonly Gen<JsonNode?> Leaves = Gen.OneOf(
        Texts.Select(text => (JsonNode?)JsonValue.Create(text)),
        ArbMap.Default.GeneratorFor<long>().Select(number => (JsonNode?)JsonValue.Create(number)),
        ArbMap.Default.GeneratorFor<decimal>().Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Elements<Func<JsonNode?>>(() => null, () => true, () => false, () => JsonNode.Parse("1e400"), () => JsonNode.Parse("123456789012345678901234567890")).Select(make => make()));

    static Gen<JsonNode?> Nodes(int depth) => depth == 0
        ? Leaves
        : Gen.Frequency(
            (4, Leaves),
            (1, Objects(depth - 1).Select(map => (JsonNode?)map)),
            (1, Gen.ArrayOf(Nodes(depth - 1), 3).Select(list => (JsonNode?)new JsonArray(list))));

    static Gen<JsonObject> Objects(int depth) =>
        from names in Gen.ArrayOf(Names, 8)
        from values in Gen.ArrayOf(Nodes(depth), 8)
        select new JsonObject(names.Zip(values).DistinctBy(field => field.First, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.First, (JsonNode?)field.Second)));

    [Fact]
    public void Any_object_is_an_input_or_a_problem()
    {
        var read = 0;
        Prop.ForAll(Objects(3).ToArbitrary(), body =>
        {
            if (body.Count % 2 == 0 && body["title"] is null)
                body["title"] = "x";
            var outcome = InputReader.Read<Sample>(body);
            read += outcome.Succeeded ? 1 : 0;
            return outcome.Succeeded || outcome.Problem is { Kind: ProblemKind.Invalid, Fields.Count: > 0 };
        }).Check(Many);
        Assert.InRange(read, 0, Many.MaxTest - 1);
    }

    [Fact]
    public void An_object_with_one_good_field_is_read_when_and_only_when_it_fits()
    {
        var both = new HashSet<bool>();
        Prop.ForAll(Nodes(2).ToArbitrary(), node =>
        {
            var outcome = InputReader.Read<Sample>(new JsonObject { ["title"] = "x", ["note"] = node?.DeepClone() });
            var fits = node is null || (node is JsonValue value && value.TryGetValue<string>(out var text) && IsStorable(text));
            both.Add(fits);
            return outcome.Succeeded == fits;
        }).Check(Many);
        Assert.Equal(2, both.Count);
    }

    [Fact]
    public void Any_bytes_are_an_object_or_a_problem() =>
        Prop.ForAll(Objects(3).ToArbitrary(), ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<NonNegativeInt>(), (body, noise, place) =>
        {
            var good = Encoding.UTF8.GetBytes(body.ToJsonString());
            var cut = place.Get % (good.Length + 1);
            byte[] bytes = [.. good[..cut], .. noise, .. good[cut..]];
            var parsed = JsonBody.Parse(bytes);
            if (!parsed.Succeeded)
                return parsed.Problem is { Kind: ProblemKind.Invalid, Text.Length: > 0 };
            var outcome = InputReader.Read(typeof(Sample), parsed.Value);
            return outcome.Succeeded || outcome.Problem.Fields.Count > 0;
        }).Check(Many);

    static bool IsStorable(string text) => !text.Contains('\0', StringComparison.Ordinal)
        && string.Equals(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);
}
