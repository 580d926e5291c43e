using Xunit;

namespace Helios.Tests.Growing;

[Collection(GrowingSuites.Name)]
public sealed class CustomFieldTests(GrowingHouse house)
{
    [Fact]
    public async Task Each_type_of_field_works_on_each_kind() => Verdict.Clean(await new CustomFieldRules(house).Violations());

    [Fact]
    public void Each_kind_that_can_be_made_takes_custom_fields() => Verdict.Clean(new CustomFieldRules(house).Without());

    [Fact]
    public void More_than_one_kind_is_tried() => Assert.True(new CustomFieldRules(house).Kinds.Count() > 2);
}
