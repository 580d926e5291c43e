using Xunit;

namespace Helios.Tests.Filtering;

public sealed class FilterSqlTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("state:new", "?")]
    [InlineData("state:open", "?")]
    [InlineData("-state:open", "?")]
    [InlineData("route:none", "?")]
    [InlineData("urgency>=high", "?")]
    [InlineData("holder:me", "?")]
    [InlineData("holder:me,U-2", "?")]
    [InlineData("-holder:me,U-2", "?")]
    [InlineData("holder:me,none", "?")]
    [InlineData("updated<7d", "?")]
    [InlineData("updated:today", "?")]
    [InlineData("due<3d", "?")]
    [InlineData("-due<3d", "?")]
    [InlineData("posted>=2026-01", "?")]
    [InlineData("weight>5 price:7", "?")]
    [InlineData("fragile:yes", "?")]
    [InlineData("mark:vip,x -mark:y", "?")]
    [InlineData("note:a OR note!=b", "?")]
    public async Task A_filter_becomes_this_sql(string text, string sql) => Assert.Equal(sql, await Parcels.Sql(text));
}
