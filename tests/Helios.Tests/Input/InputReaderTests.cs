using System.Text.Json;
using System.Text.Json.Nodes;
using Helios.Kernel.Input;
using Helios.Kernel.Problems;
using Xunit;

namespace Helios.Tests.Input;

public sealed class InputReaderTests
{
    static Outcome<Sample> Read(string json) => InputReader.Read<Sample>(JsonNode.Parse(json)!.AsObject());

    static string Refusal(string json, string field)
    {
        var problem = Read(json).Problem;
        Assert.NotNull(problem);
        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        Assert.Equal(field, Assert.Single(problem.Fields).Field);
        return problem.Fields[0].Text;
    }

    [Fact]
    public void A_whole_input_is_read_as_it_was_sent()
    {
        var sample = Read("""
            { "title": "Lamp", "limit": 7, "state": "free", "name": "x", "body": null, "owner": "G-1", "tags": ["a", "b"], "others": ["G-2"],
              "loud": true, "day": "2026-03-01", "due": "2026-03-01T14:30:00+02:00", "price": 12.50, "count": 9007199254740993,
              "id": "01890a5d-ac96-774b-bcce-b302099a8057", "place": { "room": "R", "floor": 2, "inside": [{ "room": "S", "floor": 2 }] } }
            """).Expect();

        Assert.Equal(("Lamp", 7, SampleState.Free, true), (sample.Title, sample.Limit, sample.State, sample.Loud));
        Assert.Equal("x", sample.Name.Value);
        Assert.True(sample.Body.IsPresent);
        Assert.Null(sample.Body.Value);
        Assert.Equal("G-1", sample.Owner.Value!.Text);
        Assert.Equal(["a", "b"], sample.Tags!);
        Assert.Equal("G-2", Assert.Single(sample.Others!).Text);
        Assert.Equal(new DateOnly(2026, 3, 1), sample.Day);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 30, 0, TimeSpan.Zero), sample.Due);
        Assert.Equal(TimeSpan.Zero, sample.Due!.Value.Offset);
        Assert.Equal(12.50m, sample.Price);
        Assert.Equal(9007199254740993, sample.Count);
        Assert.Equal("S", sample.Place!.Inside![0].Room);
    }

    [Fact]
    public void What_was_not_sent_is_absent_or_has_its_default()
    {
        var sample = Read("""{ "title": "Lamp" }""").Expect();

        Assert.Equal((50, SampleState.InUse, false), (sample.Limit, sample.State, sample.Loud));
        Assert.False(sample.Name.IsPresent);
        Assert.False(sample.Body.IsPresent);
        Assert.False(sample.Owner.IsPresent);
    }

    [Fact]
    public void Every_wrong_field_is_named_at_once()
    {
        var problem = Read("""
            { "limit": "many", "state": "broken", "name": null, "owner": "", "tags": "a", "others": ["G-1", null], "loud": "yes", "day": "1 March",
              "due": "2026-03-01T14:30:00", "price": "12,50", "count": 1.5, "id": "7", "tilte": "Lamp", "place": { "room": 4, "flor": 1 }, "note": "fine" }
            """).Problem!;

        var texts = problem.Fields.ToDictionary(field => field.Field, field => field.Text, StringComparer.Ordinal);
        Assert.Equal("This is needed: give a text.", texts["title"]);
        Assert.Equal("This must be a whole number from -2147483648 to 2147483647.", texts["limit"]);
        Assert.Equal("This must be one of in_use, free.", texts["state"]);
        Assert.Equal("This cannot be empty: give a text.", texts["name"]);
        Assert.Equal("This must be the key or id of a gadget.", texts["owner"]);
        Assert.Equal("This must be a list; each entry is a text.", texts["tags"]);
        Assert.Equal("This cannot be empty: give the key or id of a gadget.", texts["others[1]"]);
        Assert.Equal("This must be true or false.", texts["loud"]);
        Assert.Equal("This must be a day such as 2026-03-01.", texts["day"]);
        Assert.Equal("This must be a time with its offset, such as 2026-03-01T14:30:00Z.", texts["due"]);
        Assert.Equal("This must be a number such as 12.5.", texts["price"]);
        Assert.Equal("This must be a whole number.", texts["count"]);
        Assert.Equal("This must be an id such as 01890a5d-ac96-774b-bcce-b302099a8057.", texts["id"]);
        Assert.Equal("There is no field “tilte”. Did you mean “title”?", texts["tilte"]);
        Assert.Equal("This must be a text.", texts["place.room"]);
        Assert.Equal("There is no field “flor”. Did you mean “floor”?", texts["place.flor"]);
        Assert.False(texts.ContainsKey("note"));
        Assert.Equal("Some fields need another look.", problem.Text);
    }

    [Fact]
    public void A_rule_that_is_broken_is_named_beside_a_field_that_cannot_be_read()
    {
        var problem = Read($$"""{ "title": "{{new string('x', 41)}}", "limit": 201, "loud": 1 }""").Problem!;

        Assert.Equal(
            [("loud", "This must be true or false."), ("title", "Give at most 40 characters."), ("limit", "Give a value from 1 to 200.")],
            problem.Fields.Select(field => (field.Field, field.Text)));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"1\"")]
    [InlineData("\"in_use, free\"")]
    [InlineData("\"\"")]
    [InlineData("[\"free\"]")]
    public void A_choice_takes_its_words_only(string state) =>
        Assert.EndsWith("one of in_use, free.", Refusal($$"""{ "title": "x", "state": {{state}} }""", "state"), StringComparison.Ordinal);

    [Theory]
    [InlineData("2147483648")]
    [InlineData("1.5")]
    [InlineData("1e400")]
    [InlineData("\"7\"")]
    [InlineData("true")]
    [InlineData("{}")]
    public void A_number_that_does_not_fit_is_refused(string limit) =>
        Assert.StartsWith("This must be a whole number from", Refusal($$"""{ "title": "x", "limit": {{limit}} }""", "limit"), StringComparison.Ordinal);

    [Theory]
    [InlineData("a\\u0000b")]
    [InlineData("\\u0000")]
    public void A_text_that_the_database_cannot_hold_is_refused(string text) =>
        Assert.StartsWith("This holds a character that cannot be stored", Refusal($$"""{ "title": "{{text}}" }""", "title"), StringComparison.Ordinal);

    [Fact]
    public void Half_a_pair_of_characters_is_refused() =>
        Assert.Single(InputReader.Read<Sample>(new JsonObject { ["title"] = "x\ud800" }).Problem!.Fields);

    [Fact]
    public void Names_are_exact_in_their_case() =>
        Assert.Contains("Did you mean “title”?", Read("""{ "Title": "x" }""").Problem!.Fields.Single(field => field.Field == "Title").Text, StringComparison.Ordinal);

    [Fact]
    public void A_body_full_of_mistakes_is_answered_shortly()
    {
        var body = new JsonObject(Enumerable.Range(0, 20_000).Select(i => KeyValuePair.Create($"unknown{i}", (JsonNode?)i)));

        Assert.Equal(50, InputReader.Read(typeof(Sample), body).Problem!.Fields.Count);
    }

    [Fact]
    public void A_moment_is_written_in_UTC() =>
        Assert.Equal("\"2026-03-01T12:30:00.5Z\"", JsonSerializer.Serialize(new DateTimeOffset(2026, 3, 1, 14, 30, 0, 500, TimeSpan.FromHours(2)), HeliosJson.Options));
}
