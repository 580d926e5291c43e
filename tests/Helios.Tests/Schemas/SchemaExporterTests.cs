using System.Text.Json.Nodes;
using Helios.Kernel.Schemas;
using Helios.Tests.Input;
using Helios.Tests.Rest.Shelves;
using Xunit;

namespace Helios.Tests.Schemas;

public sealed class SchemaExporterTests
{
    readonly SchemaExporter exporter = new(new XmlDocs(), "#/$defs/");

    JsonObject Property(string name) => exporter.Record(typeof(Sample))["properties"]![name]!.AsObject();

    [Theory]
    [InlineData("title", """{"type":"string","maxLength":40,"description":"What it is called."}""")]
    [InlineData("limit", """{"type":"integer","format":"int32","minimum":1,"maximum":200,"default":50}""")]
    [InlineData("state", """{"type":"string","enum":["in_use","free"],"default":"in_use","description":"in_use: Somebody has it. free: Nobody has it."}""")]
    [InlineData("note", """{"type":["string","null"]}""")]
    [InlineData("name", """{"type":"string","description":"Leave it out to leave it as it is."}""")]
    [InlineData("body", """{"type":["string","null"],"description":"Leave it out to leave it as it is."}""")]
    [InlineData("gadget", """{"type":["string","null"],"minLength":1,"maxLength":100,"description":"The key or id of a gadget."}""")]
    [InlineData("tags", """{"type":["array","null"],"items":{"type":"string"}}""")]
    [InlineData("day", """{"type":["string","null"],"format":"date"}""")]
    [InlineData("due", """{"type":["string","null"],"format":"date-time"}""")]
    [InlineData("price", """{"type":["number","null"]}""")]
    [InlineData("count", """{"type":["integer","null"],"format":"int64"}""")]
    [InlineData("id", """{"type":["string","null"],"format":"uuid"}""")]
    [InlineData("place", """{"anyOf":[{"$ref":"#/$defs/SamplePlace"},{"type":"null"}],"description":"Where it stands."}""")]
    public void Each_sort_of_field_is_described_as_it_is_read(string name, string schema) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(schema), Property(name)), Property(name).ToJsonString());

    [Fact]
    public void Only_what_must_be_sent_is_required() =>
        Assert.Equal("""["title"]""", exporter.Record(typeof(Sample))["required"]!.ToJsonString());

    [Fact]
    public void Records_in_records_are_definitions_even_in_themselves()
    {
        var reference = exporter.Reference(typeof(ListShelves.Result));

        Assert.Equal("#/$defs/ListShelvesResult", (string?)reference["$ref"]);
        Assert.Equal(["ListShelvesResult", "ListShelvesShelf", "ShelfPlace"], exporter.Definitions.Keys, StringComparer.Ordinal);
        Assert.Equal("#/$defs/ShelfPlace", (string?)exporter.Definitions["ShelfPlace"]["properties"]!["in"]!["anyOf"]![0]!["$ref"]);
    }

    [Fact]
    public void An_assembly_without_a_documentation_file_has_no_descriptions() =>
        Assert.Null(new XmlDocs().Of(typeof(Uri)));
}
