using System.Text.Json.Nodes;
using Xunit;

namespace Helios.Tests.Growing.Broken;

/// <summary>Each suite finds what breaks it: a suite that cannot fail guards nothing.</summary>
public sealed class BrokenGrowingTests(BrokenHouse house) : IClassFixture<BrokenHouse>
{
    [Fact]
    public async Task A_command_without_a_sample_is_found() =>
        Verdict.Finds(await SampleRules.Violations(house, house.Odd, isFull: false), "Add a recipe for oddities.refuse");

    [Fact]
    public async Task A_handler_with_permissions_of_its_own_is_found() =>
        Verdict.Finds(await PermissionRules.Violations(house, house.Only("refuse")), "oddities.refuse is open to owner");

    [Fact]
    public async Task A_change_is_seen()
    {
        var snapshots = await Snapshots.Of(house);
        var before = await snapshots.Take();
        await house.Sql("update oddity set name = name");
        Assert.Equal(["public.oddity"], await snapshots.ChangedSince(before));
    }

    [Fact]
    public async Task A_row_of_another_organization_that_can_be_named_is_found() =>
        Verdict.Finds(await LeakRules.ForeignReferences(house, house.Only("poke_account")), "oddities.poke_account with Aster's");

    [Fact]
    public async Task An_answer_with_ids_of_another_organization_is_found() =>
        Verdict.Finds(await LeakRules.ForeignAnswers(house, house.Only("peek")), "of Aster (users[])");

    [Fact]
    public async Task An_answer_with_other_peoples_ids_is_found() =>
        Verdict.Finds(await new ReaderRules(house).Violations(house.Only("peek")), "oddities.peek tells a requester");

    [Fact]
    public async Task A_page_without_a_place_to_comment_is_found() =>
        Verdict.Finds(await new CommentRules(house).Violations(), "of the oddity O-");

    [Fact]
    public async Task A_page_without_its_parts_is_found()
    {
        var violations = (await new PartRules(house).Violations()).Where(violation => violation.Contains("of the oddity", StringComparison.Ordinal)).ToList();
        foreach (var part in new[] { "Main", "Aside", "Actions", "Tabs" })
            Verdict.Finds(violations, $"leaves out View.Parts.{part}");
    }

    [Fact]
    public async Task A_page_that_asks_twice_is_found() =>
        Verdict.Finds(await new PageCostRules(house).Violations(), "/oddities/{key} asks 2 times: SELECT");

    [Fact]
    public async Task A_table_without_its_wall_is_found()
    {
        var violations = await WallRules.Violations(house);
        Verdict.Finds(violations, "oddity shows");
        Verdict.Finds(violations, "oddity does not refuse a row of Aster");
    }

    [Fact]
    public async Task A_handler_that_falls_over_its_input_is_found()
    {
        var violations = await new BadInputRules(house, await Snapshots.Of(house)).Violations(house.Odd.Where(declared => declared.Name is "oddities.add" or "oddities.refuse"));
        Verdict.Finds(violations, "oddities.add with an injection in name throws");
        Verdict.Finds(violations, "which is no sentence for people");
        Verdict.Finds(violations, "is refused and still changed platform.oddity_secret");
    }

    [Fact]
    public async Task A_command_that_tells_nothing_or_too_much_is_found()
    {
        var violations = await new EventRules(house).Violations(house.Odd.Where(declared => declared.Name != "oddities.refuse"));
        Verdict.Finds(violations, "oddities.forget writes no event");
        Verdict.Finds(violations, $"oddities.rename leaves “{GrowingHouse.Password}”");
        Verdict.Finds(violations, "oddities.rename changes oddity.mood, and its event does not tell mood");
    }

    [Fact]
    public async Task A_secret_in_clear_is_found()
    {
        var violations = await new CanaryRules(house).Violations(house.Odd);
        Verdict.Finds(violations, "oddities.rename took stands in the table public.oddity");
        Verdict.Finds(violations, "oddities.rename took stands in the table public.event_detail");
    }

    [Fact]
    public async Task A_list_that_asks_once_per_row_is_found()
    {
        Verdict.Finds(await new ListRules(house).Statements(), "oddities.list sends 3 statements for 2 rows and 51 for 50");
        Verdict.Finds(await new ListRules(house).Cursors(), "oddities.list by name shows");
    }

    [Theory]
    [InlineData("The filter field weight reads oddity.weight with")]
    [InlineData("The sort key mood of oddity may be null")]
    [InlineData("The sort key name of oddity has no index")]
    public async Task A_column_that_cannot_use_its_index_is_found(string expected) => Verdict.Finds(await new ListRules(house).Columns(), expected);

    [Fact]
    public void Missing_doors_are_found()
    {
        var doors = new DoorRules(house);
        Verdict.Finds(doors.Rest(), "oddities.add must have Rest");
        Verdict.Finds(doors.Parameters(), "oddities.get names {oddity}");
        Verdict.Finds(doors.Idle(), "oddities:idle");
        Verdict.Finds(doors.DeadEnds(), "The place Oddities leads to /oddities");
        Verdict.Finds(doors.Undescribed(new JsonObject()), "oddities.get (GET /oddities/{oddity}) is missing");
    }

    [Theory]
    [InlineData("The migrations make public.oddity.stray")]
    [InlineData("public.oddity.mood is text in the database and text not null in the model")]
    [InlineData("public.oddity.weight is numeric not null in the database and bigint not null in the model")]
    public async Task A_difference_between_model_and_schema_is_found(string expected) => Verdict.Finds(await new SchemaShapeRules(house).Differences(), expected);

    [Theory]
    [InlineData("platform.oddity_secret is not on the closed list")]
    [InlineData("oddity has no row-level security")]
    [InlineData("oddity has no policy")]
    [InlineData("The primary key of oddity does not begin with organization_id")]
    [InlineData("The foreign key oddity.oddity_owner_id_fkey does not begin with organization_id")]
    public async Task A_table_out_of_shape_is_found(string expected) => Verdict.Finds(await new SchemaShapeRules(house).Walls(), expected);

    [Fact]
    public async Task A_row_that_undo_may_not_remove_is_found() => Verdict.Finds(await new SchemaShapeRules(house).Closed(), "public.oddity: the server's role may not delete rows");

    [Fact]
    public void A_raw_id_and_a_missing_summary_are_found()
    {
        Verdict.Finds(WordRules.RawIds(house.Odd), "oddities.add takes a raw Guid in Id");
        Verdict.Finds(WordRules.Silent(house.Registry), "ForgetOddity has no summary");
        Verdict.Finds(WordRules.Undocumented(typeof(BrokenHouse).Assembly), "OddFeature has no summary");
    }
}
