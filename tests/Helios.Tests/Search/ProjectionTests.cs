using Helios.Core.Search.Queries;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Xunit;

namespace Helios.Tests.Search;

/// <summary>What the trigger makes of the rows in <c>entity</c>.</summary>
public sealed class ProjectionTests(EverywhereHouse house) : IClassFixture<EverywhereHouse>
{
    static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Ada.Stone@Example.com")]
    [InlineData("ada.stone@example.com")]
    [InlineData("ada.st")]
    [InlineData("ASTONE")]
    public async Task An_address_is_found_exactly_and_by_its_beginning(string typed)
    {
        await Put("Ada", addresses: ["Ada.Stone@Example.com", "astone"]);
        Assert.Contains("Ada", (await house.Ask(new SearchEverything(typed), house.As(Roles.ItStaff))).Expect().Items.Select(view => view.Title));
        Assert.DoesNotContain("Ada", (await house.Ask(new SearchEverything(typed), house.As(Roles.User, Guid.CreateVersion7()))).Expect().Items.Select(view => view.Title));
    }

    [Fact]
    public async Task The_text_is_indexed_and_not_kept()
    {
        var id = await Put("Kept not");
        Assert.True(await house.One<bool>("select staff_text is null and public_text is null from entity where id = $1", id));
        Assert.Equal("'kept' 'not'", await house.One<string>("select staff::text from entity_search where id = $1", id));
    }

    [Fact]
    public async Task Recency_moves_by_the_hour_and_with_the_text()
    {
        var id = await Put("Slow", readers: ["user:slow"]);
        await house.Sql("update entity set updated_at = $2 where id = $1", id, Noon.AddMinutes(50));
        Assert.Equal(Noon, await Recency(id));
        await house.Sql("update entity set updated_at = $2, staff_text = 'slower', public_text = '' where id = $1", id, Noon.AddMinutes(55));
        Assert.Equal(Noon.AddMinutes(55), await Recency(id));
        await house.Sql("update entity set updated_at = $2 where id = $1", id, Noon.AddMinutes(120));
        Assert.Equal(Noon.AddMinutes(120), await Recency(id));
        Assert.Equal(1, await house.One<long>("select count(*) from entity_reader where id = $1 and updated_at = $2", id, Noon.AddMinutes(120)));
    }

    [Fact]
    public async Task Readers_and_addresses_follow_the_row()
    {
        var id = await Put("Followed", readers: ["user:a", "user:b"], addresses: ["a@x.example"]);
        await house.Sql("update entity set readers = '{user:b,user:c}', addresses = '{c@x.example}' where id = $1", id);
        Assert.Equal("user:b,user:c", await house.One<string>("select string_agg(token, ',' order by token) from entity_reader where id = $1", id));
        Assert.Equal("c@x.example", await house.One<string>("select string_agg(address, ',') from entity_address where id = $1", id));
    }

    [Fact]
    public async Task A_removed_entity_leaves_nothing_behind()
    {
        var id = await Put("Removed wombat", readers: ["user:a"], addresses: ["r@x.example"]);
        await house.CountWords();
        await house.Sql("delete from entity where id = $1", id);
        await house.CountWords();
        foreach (var table in new[] { "entity_search", "entity_reader", "entity_address", "entity_text" })
            Assert.Equal(0, await house.One<long>($"select count(*) from {table} where id = $1", id));
        Assert.Equal(0, await house.One<long>("select count(*) from search_word where word = 'wombat'"));
    }

    [Fact]
    public async Task A_word_is_counted_once_for_each_entity_and_the_empty_word_counts_entities()
    {
        await Put("Capybara capybara Capybara");
        await Put("Capybara");
        await house.CountWords();
        Assert.Equal(2, await house.One<long>("select n from search_word where word = 'capybara'"));
        Assert.Equal(
            await house.One<long>("select count(*) from entity where organization_id = $1", house.Larkspur.Id),
            await house.One<long>("select n from search_word where word = '' and organization_id = $1", house.Larkspur.Id));
    }

    [Fact]
    public async Task More_text_than_a_vector_holds_is_cut_and_not_refused()
    {
        var id = await Put("Big");
        await house.Sql("update entity set staff_text = (select string_agg(md5(i::text), ' ') from generate_series(1, 20000) i) where id = $1", id);
        Assert.InRange(await house.One<int>("select length(staff) from entity_search where id = $1", id), 10_000, 12_000);
    }

    async Task<Guid> Put(string title, string[]? readers = null, string[]? addresses = null)
    {
        var id = Guid.CreateVersion7();
        await house.Sql(
            """
            insert into entity (organization_id, id, kind, key, title, staff_readable, archived, updated_at, readers, addresses, staff_text, public_text)
            values ($1, $2, 'gadget', $3, $4, true, false, $5, $6, $7, $4, $4)
            """,
            house.Larkspur.Id, id, $"X-{id:N}", title, Noon, readers ?? [], addresses ?? []);
        return id;
    }

    async Task<DateTimeOffset> Recency(Guid id) =>
        new(await house.One<DateTime>("select updated_at from entity_search where id = $1", id), TimeSpan.Zero);
}
