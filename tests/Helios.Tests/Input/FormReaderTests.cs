using Helios.Kernel.Problems;
using Helios.Web.Input;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Helios.Tests.Input;

public sealed class FormReaderTests
{
    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    static FormCollection Form(params (string Name, string[] Values)[] fields) =>
        new(fields.ToDictionary(field => field.Name, field => new StringValues(field.Values), StringComparer.Ordinal));

    static Outcome<Sample> Read(params (string Name, string[] Values)[] fields) => FormReader.Read<Sample>(Form(fields), [], Berlin);

    [Fact]
    public void Absent_and_empty_are_told_apart()
    {
        var absent = Read(("title", ["x"])).Expect();
        var empty = Read(("title", [""]), ("name", [""]), ("body", [""]), ("owner", [""]), ("note", [""]), ("tags", [""]), ("day", [""])).Expect();

        Assert.False(absent.Body.IsPresent);
        Assert.Null(absent.Tags);
        Assert.Equal("", empty.Title);
        Assert.Equal((true, ""), (empty.Name.IsPresent, empty.Name.Value));
        Assert.Equal((true, null), (empty.Body.IsPresent, empty.Body.Value));
        Assert.Equal((true, null), (empty.Owner.IsPresent, empty.Owner.Value));
        Assert.Null(empty.Note);
        Assert.Null(empty.Day);
        Assert.Empty(empty.Tags!);
    }

    [Fact]
    public void An_empty_number_that_has_a_default_gets_it() => Assert.Equal(50, Read(("title", ["x"]), ("limit", [""])).Expect().Limit);

    [Theory]
    [InlineData(false, "false")]
    [InlineData(true, "false", "true")]
    [InlineData(true, "false", "on")]
    public void A_check_box_speaks_with_its_hidden_companion(bool loud, params string[] values) =>
        Assert.Equal(loud, Read(("title", ["x"]), ("loud", values)).Expect().Loud);

    [Fact]
    public void Repeated_names_are_a_list()
    {
        var sample = Read(("title", ["x"]), ("tags", ["", "red", " blue "]), ("others", ["G-1", "G-2"])).Expect();

        Assert.Equal(["red", "blue"], sample.Tags!);
        Assert.Equal(["G-1", "G-2"], sample.Others!.Select(other => other.Text), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-15T09:30", "2026-01-15T08:30:00Z")]
    [InlineData("2026-07-15T09:30:15", "2026-07-15T07:30:15Z")]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:30:00Z")] // skipped: it is 03:30 summer time
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30:00Z")] // repeated: the first one
    [InlineData("2026-07-15T09:30:00Z", "2026-07-15T09:30:00Z")]
    public void A_local_time_means_the_persons_zone(string typed, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), Read(("title", ["x"]), ("due", [typed])).Expect().Due);

    [Fact]
    public void Text_has_plain_line_ends_and_no_blanks_around_one_line()
    {
        var sample = Read(("title", ["  Lamp "]), ("note", ["one\r\n  two\r\n"]), ("password", [" secret "])).Expect();

        Assert.Equal("Lamp", sample.Title);
        Assert.Equal("one\n  two\n", sample.Note);
        Assert.Equal(" secret ", sample.Password);
    }

    [Fact]
    public void Numbers_and_days_are_read_from_text()
    {
        var sample = Read(("title", ["x"]), ("limit", ["7"]), ("price", ["12.50"]), ("day", ["2026-03-01"]), ("state", ["free"])).Expect();

        Assert.Equal((7, 12.50m, new DateOnly(2026, 3, 1), SampleState.Free), (sample.Limit, sample.Price, sample.Day, sample.State));
    }

    [Fact]
    public void Mistakes_are_named_by_field_and_strangers_too()
    {
        var problem = Read(("limit", ["seven"]), ("price", ["12,50"]), ("day", ["tomorrow"]), ("sate", ["free"])).Problem!;

        Assert.Equal(["title", "limit", "day", "price", "sate"], problem.Fields.Select(field => field.Field), StringComparer.Ordinal);
    }

    [Fact]
    public void The_doors_own_fields_are_no_input()
    {
        var form = Form(("title", ["x"]), ("_version", ["7"]), ("_key", ["k"]), ("_return", ["/"]), ("__RequestVerificationToken", ["t"]));

        Assert.True(FormReader.Read<Sample>(form, [], Berlin).Succeeded);
        Assert.Equal((7L, "k"), (FormReader.OptionsOf(form).ExpectedVersion, FormReader.OptionsOf(form).IdempotencyKey));
    }

    [Fact]
    public void Parts_of_the_address_win_over_fields_of_the_form()
    {
        var route = new RouteValueDictionary { ["gadget"] = "G-7", ["organization"] = "larkspur", ["limit"] = "9" };

        var sample = FormReader.Read<Sample>(Form(("title", ["x"]), ("gadget", ["G-8"])), route, Berlin).Expect();

        Assert.Equal(("G-7", 9), (sample.Gadget!.Text, sample.Limit));
    }
}
