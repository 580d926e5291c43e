using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Helios.Kernel.CustomFields;
using Xunit;

namespace Helios.Tests.CustomFields;

public sealed class CustomFieldReaderProperties
{
    static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1000);

    static readonly CustomFieldType[] Types = Enum.GetValues<CustomFieldType>();

    [Fact]
    public void No_text_makes_it_throw_and_every_refusal_names_the_field() =>
        Check.One(Thorough, Prop.ForAll(Arb.From(Gen.Elements(Types).Zip(Texts)), pair => Fine(CustomFieldReader.ReadText(Field(pair.Item1), pair.Item2))));

    [Fact]
    public void No_json_makes_it_throw() =>
        Check.One(Thorough, Prop.ForAll(Arb.From(Gen.Elements(Types).Zip(Json)), pair => Fine(CustomFieldReader.Read(Field(pair.Item1), pair.Item2)) && Fine(CustomFieldReader.ReadText(Field(pair.Item1), pair.Item2))));

    [Fact]
    public void What_is_stored_reads_again_as_the_same_by_json_and_by_text() =>
        Check.One(Thorough, Prop.ForAll(Arb.From(Gen.Elements(Types).Zip(Json)), pair =>
        {
            var field = Field(pair.Item1);
            if (CustomFieldReader.Read(field, pair.Item2).Value is not { } stored)
                return true;
            var again = CustomFieldReader.Read(field, stored).Value;
            var byText = CustomFieldReader.ReadText(field, CustomFieldText.Of(field, stored)!).Value;
            return Same(again, stored) && Same(byText, stored);
        }));

    [Fact]
    public void Values_survive_their_column() =>
        Check.One(Thorough, Prop.ForAll(Arb.From(Gen.Elements(Types).Zip(Json).ListOf()), pairs =>
        {
            var values = pairs.Aggregate(CustomFieldValues.None, (all, pair) => all.With(pair.Item1.ToString(), CustomFieldReader.Read(Field(pair.Item1), pair.Item2).Value));
            return values.Equals(CustomFieldValues.Parse(values.ToJson())) && CustomFieldValues.Parse(values.ToJson()).Equals(values);
        }));

    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("-0.000001", "-0.000001")]
    [InlineData("999999999999.999999", "999999999999.999999")]
    public void Numbers_are_exact_and_lose_their_zeros(string text, string stored) =>
        Assert.Equal(stored, CustomFieldReader.ReadText(Field(CustomFieldType.Number), text).Value?.GetRawText());

    [Theory]
    [InlineData("1000000000000")]
    [InlineData("0.0000001")]
    [InlineData("1e3")]
    [InlineData("1,5")]
    public void Numbers_that_cannot_be_kept_are_refused(string text) => Assert.NotNull(CustomFieldReader.ReadText(Field(CustomFieldType.Number), text).Refusal);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://files.example")]
    [InlineData("wiki.example")]
    [InlineData("https://a b")]
    public void Links_are_pages(string text) => Assert.NotNull(CustomFieldReader.ReadText(Field(CustomFieldType.Link), text).Refusal);

    static Gen<string> Texts => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements("", " ", "yes", "no", "true", "12", "-1.5", "2026-02-30", "2026-03-01", "berlin", "Berlin, Oslo", "https://a.example/x", "a\0b", "\ud800", new string('x', 11_000)));

    static Gen<JsonElement> Json => Gen.OneOf(
        Texts.Select(text => JsonSerializer.SerializeToElement(text)),
        ArbMap.Default.GeneratorFor<decimal>().Select(number => JsonSerializer.SerializeToElement(decimal.Round(number % 1_000_000m, 6))),
        ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).Select(number => JsonDocument.Parse(number.ToString("R", CultureInfo.InvariantCulture)).RootElement),
        ArbMap.Default.GeneratorFor<bool>().Select(flag => JsonSerializer.SerializeToElement(flag)),
        Gen.Elements("berlin", "oslo", "tokyo", "nowhere").ListOf().Select(list => JsonSerializer.SerializeToElement(list)),
        Gen.Elements("null", "{}", "[]", "[null]", "[[1]]", "{\"x\":1}").Select(json => JsonDocument.Parse(json).RootElement));

    static bool Fine(CustomFieldReading reading) => reading.Refusal is null || (reading.Value is null && reading.Refusal.Length is > 10 and < 600 && reading.Refusal[^1] == '.');

    static bool Same(JsonElement? one, JsonElement other) => one is { } known && JsonElement.DeepEquals(known, other);

    static CustomFieldDefinition Field(CustomFieldType type) => new(Guid.Empty, "site", "Site", type)
    {
        Choices = type is CustomFieldType.Choice or CustomFieldType.Choices ? [new("berlin", "Berlin"), new("oslo", "Oslo"), new("tokyo", "東京")] : [],
    };
}
