using Xunit;

namespace Helios.Tests.Growing;

[Collection(GrowingSuites.Name)]
public sealed class SchemaShapeTests(GrowingHouse house)
{
    [Fact]
    public async Task The_model_and_the_migrated_schema_are_the_same() => Verdict.Clean(await new SchemaShapeRules(house).Differences());

    [Fact]
    public async Task Every_table_stands_behind_its_wall() => Verdict.Clean(await new SchemaShapeRules(house).Walls());

    [Fact]
    public async Task Undo_may_add_and_remove_each_row_that_it_puts_back() => Verdict.Clean(await new SchemaShapeRules(house).Closed());
}
