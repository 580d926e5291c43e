using System.Net;
using System.Text;
using System.Text.Json;
using Helios.Tests.Modules;
using Xunit;

namespace Helios.Tests.Importing;

/// <summary>A kind of a module that names a field by which its records are recognized, and whose choices people read in other words than the API's.</summary>
public sealed class ImportIdentityTests(PackagedHouse house) : IClassFixture<PackagedHouse>
{
    [Fact]
    public async Task A_record_is_recognized_by_its_code_without_regard_to_case_and_made_only_once()
    {
        Assert.Equal((2, 0, 0), await Done("Name,Code\nQuartz,AB-1\nFeldspar,AB-2\n"));
        Assert.Equal((1, 1, 0), await Done("Name,Code\nRose quartz,ab-1\nFeldspar,AB-2\nMica,AB-3\n"));
        Assert.Equal("Feldspar, Mica, Rose quartz", await house.Larkspur.House.One<string>("select string_agg(name, ', ' order by name) from specimen where code_key like 'ab-%'"));
        Assert.Equal("AB-1", await house.Larkspur.House.One<string>("select code from specimen where name = 'Rose quartz'"));
    }

    [Fact]
    public async Task A_code_that_stands_twice_in_a_file_is_made_once_and_the_second_row_says_why()
    {
        var (created, updated, refused) = await Done("Name,Code\nOpal,CD-1\nBlack opal,cd-1\n");
        Assert.Equal(1, created);
        Assert.Equal(1, updated + refused);
        Assert.Equal(1L, await house.Larkspur.House.One<long>("select count(*) from specimen where code_key = 'cd-1'"));
    }

    [Theory]
    [InlineData("lent")]
    [InlineData("LENT")]
    [InlineData("Out of the house")]
    [InlineData("out of THE house")]
    public async Task A_choice_is_read_as_the_api_writes_it_and_as_people_read_it(string written)
    {
        var name = $"Written {written}";
        Assert.Equal((1, 0, 0), await Done($"Name,Status\n{name},{written}\n"));
        Assert.Equal("lent", await house.Larkspur.House.One<string>("select status from specimen where name = $1", name));
    }

    [Fact]
    public async Task A_word_that_is_neither_is_refused()
    {
        Assert.Equal((0, 0, 1), await Done("Name,Status\nNowhere,vanished\n"));
        Assert.Equal(0L, await house.Larkspur.House.One<long>("select count(*) from specimen where name = 'Nowhere'"));
    }

    [Fact]
    public async Task The_page_says_by_what_records_are_recognized() =>
        Assert.Contains("Specimens are recognized by their key, then by code", (await house.Larkspur.Owner.Open("/larkspur/imports/new/specimen")).Text, StringComparison.Ordinal);

    async Task<(int Created, int Updated, int Refused)> Done(string csv)
    {
        var answer = await house.Larkspur.Api("/imports", house.Token, json: JsonSerializer.Serialize(new { target = "specimen", fileName = "specimens.csv", content = Convert.ToBase64String(Encoding.UTF8.GetBytes(csv)) }));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var key = JsonDocument.Parse(answer.Body).RootElement.GetProperty("key").GetString()!;
        await house.Larkspur.Api($"/imports/{key}/start", house.Token, json: "{}");
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await house.Larkspur.House.One<string>("select state from import where key = $1", key) != "done")
            await Task.Delay(20, end.Token);
        var counts = JsonDocument.Parse((await house.Larkspur.Api($"/imports/{key}", house.Token)).Body).RootElement.GetProperty("counts");
        return (counts.GetProperty("created").GetInt32(), counts.GetProperty("updated").GetInt32(), counts.GetProperty("refused").GetInt32());
    }
}
