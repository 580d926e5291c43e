using Helios.Core.Comments.Commands;
using Helios.Core.Search;
using Helios.Core.Search.Queries;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Events;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Fixtures.Gadgets;
using Npgsql;
using Xunit;

namespace Helios.Tests.Search;

public sealed class SearchTests(EverywhereHouse house) : IClassFixture<EverywhereHouse>
{
    [Fact]
    public async Task A_word_is_found_by_its_beginning_before_it_was_counted()
    {
        await house.Gadget("Quokka enclosure");
        Assert.Equal(["Quokka enclosure"], await Titles("quok"));
        Assert.Equal(["Quokka enclosure"], await Titles("enclosure quokka"));
        Assert.Empty(await Titles("quokka zebra"));
    }

    [Fact]
    public async Task Case_and_accents_do_not_matter()
    {
        await house.Gadget("Größter Drucker in Łódź");
        Assert.Single(await Titles("grosster"));
        Assert.Single(await Titles("DRUCKER lodz"));
        Assert.Single(await Titles("größter łódź"));
    }

    [Theory]
    [InlineData("xylofone")]
    [InlineData("xyolphone")]
    [InlineData("xyophone")]
    [InlineData("xyllophone")]
    [InlineData("xilophone")]
    public async Task A_typing_error_is_forgiven(string typed)
    {
        await house.Gadget($"Xylophone {Guid.CreateVersion7():N}"[..30]);
        await house.CountWords();
        Assert.NotEmpty(await Titles(typed));
    }

    [Fact]
    public async Task A_key_is_found_however_it_is_written()
    {
        var gadget = (await house.Do(new AddGadget("Keyed"), house.As(Roles.ItStaff))).Expect();
        var number = gadget.Key[2..];
        foreach (var typed in new[] { gadget.Key, gadget.Key.ToLowerInvariant(), $"g {number}", $"G{number}", number, $"#{number}" })
            Assert.Equal("Keyed", (await Find(typed))[0].Title);
    }

    [Fact]
    public async Task A_bare_number_finds_words_too()
    {
        await house.Gadget("Room 90210");
        Assert.Equal(["Room 90210"], await Titles("90210"));
    }

    [Fact]
    public async Task The_whole_name_comes_before_its_beginning_and_that_before_the_middle()
    {
        await house.Gadget("Walrus");
        await house.Gadget("Walrus spare part");
        await house.Gadget("Old walrus");
        Assert.Equal(["Walrus", "Walrus spare part", "Old walrus"], await Titles("walrus"));
    }

    [Fact]
    public async Task A_view_names_the_page_of_the_find()
    {
        await house.Gadget("Pageturner");
        var view = Assert.Single(await Find("pageturner"));
        Assert.Equal(("gadget", "box", $"/larkspur/gadgets/{view.Key}"), (view.Kind, view.Icon, view.Href));
    }

    [Fact]
    public async Task A_new_name_is_found_and_the_old_one_is_not()
    {
        var gadget = (await house.Do(new AddGadget("Beforehand"), house.As(Roles.ItStaff))).Expect();
        await house.CountWords();
        (await house.Do(new RenameGadget(new EntityRef<Gadget>(gadget.Key), "Afterwards"), house.As(Roles.ItStaff), new CommandOptions { ExpectedVersion = 1 })).Expect();
        await house.CountWords();
        Assert.Single(await Titles("afterwards"));
        Assert.Empty(await Titles("beforehand"));
        Assert.Equal(0, await house.One<long>("select count(*) from search_word where word = 'beforehand'"));
        Assert.Equal(1, await house.One<long>("select n from search_word where word = 'afterwards'"));
    }

    [Fact]
    public async Task Another_organization_finds_nothing()
    {
        await house.Gadget("Ocelot");
        await house.CountWords();
        var outcome = await house.Ask(new SearchEverything("ocelot"), house.As(Roles.ItStaff, organization: house.Aster));
        Assert.Empty(outcome.Expect().Items);
    }

    [Fact]
    public async Task A_narrow_reader_finds_his_own_only()
    {
        var me = Guid.CreateVersion7();
        await house.Gadget("Kestrel of mine", me);
        await house.Gadget("Kestrel of others", Guid.CreateVersion7());
        await house.CountWords();
        Assert.Equal(["Kestrel of mine"], await Titles("kestrel", house.As(Roles.User, me)));
        Assert.Equal(2, (await Titles("kestrel")).Count);
        Assert.Empty(await Titles("kestrel", house.As(Roles.User)));
    }

    [Fact]
    public async Task A_requester_finds_a_reply_and_never_an_internal_note()
    {
        var me = Guid.CreateVersion7();
        var gadget = await house.Gadget("Borrowed gadget", me);
        (await house.Do(new AddComment(gadget, "Suspected **sabotage** here", Audience.Internal), house.As(Roles.ItStaff))).Expect();
        (await house.Do(new AddComment(gadget, "We ordered a replacement", Audience.Requester), house.As(Roles.ItStaff))).Expect();
        await house.CountWords();
        Assert.Single(await Titles("sabotage"));
        Assert.Single(await Titles("replacement sabotage"));
        Assert.Single(await Titles("replacement", house.As(Roles.User, me)));
        foreach (var typed in new[] { "sabotage", "sabot", "sabotaje", "suspected", "replacement sabotage" })
            Assert.Empty(await Titles(typed, house.As(Roles.User, me)));
    }

    [Fact]
    public async Task The_words_of_a_removed_comment_are_found_no_more()
    {
        var gadget = await house.Gadget("Commented gadget");
        var comment = (await house.Do(new AddComment(gadget, "narwhal", Audience.Internal), house.As(Roles.ItStaff))).Expect();
        Assert.Single(await Titles("narwhal"));
        await house.Sql("delete from comment where id = $1", comment.Id);
        Assert.Empty(await Titles("narwhal"));
        Assert.NotEmpty(await Titles("commented"));
    }

    [Fact]
    public async Task An_archived_entity_comes_last()
    {
        await house.Gadget("Puffin");
        await house.Gadget("Puffin two");
        await house.Sql("update entity set archived = true where title = 'Puffin'");
        Assert.Equal(["Puffin two", "Puffin"], await Titles("puffin"));
    }

    [Fact]
    public async Task Only_the_kinds_asked_for_are_found()
    {
        await house.Gadget("Lemur");
        var staff = house.As(Roles.ItStaff);
        Assert.Single((await house.Ask(new SearchEverything("lemur", ["gadget"]), staff)).Expect().Items);
        Assert.Empty((await house.Ask(new SearchEverything("lemur", ["ticket"]), staff)).Expect().Items);
    }

    [Fact]
    public async Task The_kinds_of_a_module_that_is_off_are_not_found()
    {
        await house.Gadget("Tapir");
        var off = house.Larkspur with { ModulesOff = new HashSet<string>(["gadgets"], StringComparer.Ordinal) };
        Assert.Empty((await house.Ask(new SearchEverything("tapir"), house.As(Roles.ItStaff, organization: off))).Expect().Items);
    }

    [Theory]
    [InlineData("'")]
    [InlineData("a' & !b:*")]
    [InlineData("\\'; drop table entity; --")]
    [InlineData(":* | <-> ()")]
    [InlineData("%_%")]
    [InlineData("  \t ")]
    [InlineData("𝕏 💥 \u202e")]
    public async Task Any_text_is_only_text(string typed)
    {
        var outcome = await house.Ask(new SearchEverything(typed), house.As(Roles.ItStaff));
        Assert.True(outcome.Succeeded || outcome.Problem.Kind == ProblemKind.Invalid);
    }

    [Fact]
    public async Task The_servers_role_may_only_read_what_search_keeps()
    {
        foreach (var table in new[] { "entity_search", "entity_reader", "entity_address", "entity_text", "search_word", "search_change" })
        {
            await using var command = house.Database.Server.CreateCommand($"delete from {table}");
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task Without_an_organization_the_functions_find_nothing()
    {
        await house.Gadget("Ibex");
        await using var command = house.Database.Server.CreateCommand("select count(*) from helios_search('ibex', '{}', true, '{}', null, 20)");
        Assert.Equal(0L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    async Task<IReadOnlyList<EntityView>> Find(string typed, Scope? scope = null) =>
        (await house.Ask(new SearchEverything(typed), scope ?? house.As(Roles.ItStaff))).Expect().Items;

    async Task<List<string>> Titles(string typed, Scope? scope = null) => [.. (await Find(typed, scope)).Select(view => view.Title)];
}
