using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Helios.Tests.Filtering;

public sealed partial class FilterSqlTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("state:new", "p.state = 'new'")]
    [InlineData("state:open", "p.state IN ('new', 'packed')")]
    [InlineData("state:sent,new,sent", "p.state IN ('new', 'sent')")]
    [InlineData("state:new,packed,sent,lost", "p.state IN ('lost', 'new', 'packed', 'sent')")]
    [InlineData("-state:new", "p.state <> 'new'")]
    [InlineData("route:none", "p.route IS NULL")]
    [InlineData("route!=north", "p.route <> 'north' OR p.route IS NULL")]
    [InlineData("urgency>=high", "p.urgency >= @Value")]
    [InlineData("holder:me", "p.holder_id = @Value")]
    [InlineData("holder:me,U-2", "p.holder_id IS NOT NULL AND p.holder_id = ANY (@Value)")]
    [InlineData("-holder:me,U-2", "p.holder_id IS NULL OR NOT (p.holder_id = ANY (@Value) AND p.holder_id = ANY (@Value) IS NOT NULL)")]
    [InlineData("holder:me,none", "p.holder_id = @Value OR p.holder_id IS NULL")]
    [InlineData("updated<7d", "p.updated_at > @Value")]
    [InlineData("updated:today", "p.updated_at >= @Value AND p.updated_at < @Value1")]
    [InlineData("due<3d", "p.due_at IS NOT NULL AND p.due_at < @Value")]
    [InlineData("-due<3d", "p.due_at IS NULL OR p.due_at >= @Value")]
    [InlineData("posted>=2026-01", "p.posted >= @Value")]
    [InlineData("weight>5 price:7", "p.weight > @Value AND p.price = @Value1")]
    [InlineData("weight>5 weight<5", "p.weight > @Value AND p.weight < @Value1")]
    [InlineData("fragile:yes", "p.fragile")]
    [InlineData("note:a OR note!=b", "p.note = @Value OR p.note <> @Value1 OR p.note IS NULL")]
    [InlineData("mark:vip", "EXISTS ( SELECT 1 FROM parcel_mark AS p0 WHERE p0.parcel_id = p.id AND p0.name = @mark)")]
    public async Task A_filter_becomes_this_sql(string text, string sql) => Assert.Equal(sql, await Parcels.Sql(text));

    [Fact]
    public async Task Only_values_that_the_list_declares_stand_in_the_sql_itself()
    {
        const string Text = "urgency>=high note:abc key:P-7 holder:me sender:U-2 updated<7d due<3d posted:today weight:41 price>42 mark:vip -(weight:43,44 OR price:45)";
        var sql = await Parcels.Sql(Text);
        Assert.DoesNotContain("'", sql, StringComparison.Ordinal);
        Assert.Empty(Constants().Matches(sql.Replace("SELECT 1", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("-updated", "(p.updated_at, p.id) < (@Value, @Value1) ORDER BY p.updated_at DESC, p.id DESC")]
    [InlineData("key", "(p.key, p.id) > (@Value, @Value1) ORDER BY p.key, p.id")]
    [InlineData("-urgency", "(p.urgency, p.id) < (@Value, @Value1) ORDER BY p.urgency DESC, p.id DESC")]
    [InlineData("posted", "(p.posted, p.id) > (@Value, @Value1) ORDER BY p.posted, p.id")]
    public async Task The_next_page_is_one_comparison_of_rows(string sort, string sql)
    {
        await using var db = Parcels.Db();
        var order = Parcels.Sorts.Read(sort).Expect();
        var first = order.From(null, Parcels.Tree("")).Expect();
        var next = order.From(first.CursorAfter(new Parcel { Id = Parcels.Anna, Key = "P-1", UpdatedAt = Parcels.Now }), Parcels.Tree("")).Expect();
        var text = next.Of(db.Set<Parcel>()).Select(parcel => parcel.Id).ToQueryString();
        Assert.Equal(sql, string.Join(' ', text[(text.IndexOf("WHERE", StringComparison.Ordinal) + 6)..].Split('\n', StringSplitOptions.TrimEntries)));
    }

    [GeneratedRegex(@"(?<![\w@])\d+|\b(TRUE|FALSE)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Constants();
}
