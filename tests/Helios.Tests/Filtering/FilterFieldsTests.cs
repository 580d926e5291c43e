using Helios.Kernel.Filtering;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Xunit;

namespace Helios.Tests.Filtering;

public sealed class FilterFieldsTests
{
    static readonly Actor Requester = new(ActorKind.Account, "Robin Lane", Roles.User, new HashSet<string>(StringComparer.Ordinal));

    [Theory]
    [InlineData("stat:new", 0, 4, "stat", "There is no field “stat”. Did you mean “state”? To search for the text itself, put it in quotation marks.")]
    [InlineData("xyz:new", 0, 3, "xyz", "Known fields: state, route, urgency")]
    [InlineData("https://example.com", 0, 5, "https", "put it in quotation marks")]
    [InlineData("state:nwe", 6, 3, "state", "“state” has no value “nwe”. Did you mean “new”? Allowed: new, packed, sent, lost, open.")]
    [InlineData("state:new,gone", 10, 4, "state", "Allowed: new")]
    [InlineData("state:none", 6, 4, "state", "Allowed: new")]
    [InlineData("state>new", 0, 9, "state", "“state” cannot be compared with “>”. Use : !=")]
    [InlineData("weight>1,2", 0, 10, "weight", "compares “weight” with one value")]
    [InlineData("weight:x", 7, 1, "weight", "between -2147483648 and 2147483647")]
    [InlineData("weight:2147483648", 7, 10, "weight", "between -2147483648 and 2147483647")]
    [InlineData("price>none", 0, 10, "price", "cannot be compared with “>”")]
    [InlineData("fragile:maybe", 8, 5, "fragile", "Allowed: yes, no.")]
    [InlineData("holder:U-9", 7, 3, "holder", "“holder” knows no “U-9” that you can see. Name one by key, or write me or none.")]
    [InlineData("sender:me", 7, 2, "sender", "knows no “me”")]
    [InlineData("urgency:hgh", 8, 3, "urgency", "Did you mean “high”?")]
    public async Task A_fault_names_its_field_its_place_and_the_way_out(string text, int position, int length, string field, string part)
    {
        var problem = (await Parcels.Read(text)).Problems[0];
        Assert.Equal((position, length, field), (problem.Position, problem.Length, problem.Field));
        Assert.Contains(part, problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_in_the_order_of_the_text()
    {
        var read = await Parcels.Read("stat:new (weight:x OR -fragile:perhaps) urgency>3");
        Assert.Equal(["stat", "weight", "fragile", "urgency"], read.Problems.Select(problem => problem.Field));
        var refusal = read.Refusal("q");
        Assert.Equal(ProblemKind.Invalid, refusal.Kind);
        Assert.Equal(4, refusal.Fields.Count(field => field.Field is "q"));
    }

    [Fact]
    public async Task Me_is_nobody_for_an_actor_who_is_no_person_here()
    {
        var problem = Assert.Single((await Parcels.Read("holder:me", Parcels.Context with { Actor = Actor.System })).Problems);
        Assert.Contains("“me” means nobody here", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_for_staff_is_unknown_to_others()
    {
        var others = Parcels.Context with { Actor = Requester };
        Assert.True((await Parcels.Read("secret:x")).Succeeded);
        Assert.Contains("There is no field “secret”", Assert.Single((await Parcels.Read("secret:x", others)).Problems).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Assert.Single((await Parcels.Read("xyz:x", others)).Problems).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Parcels.Fields.For(Requester), info => info.Name is "secret");
    }

    [Fact]
    public void A_list_without_word_search_says_so()
    {
        var fields = new FilterFields<Parcel>().Flag("fragile", parcel => parcel.Fragile);
        var problem = Assert.Single(fields.Compile(Parcels.Tree("fragile:yes jam"), Parcels.Context).Problems);
        Assert.Equal((12, 3), (problem.Position, problem.Length));
    }

    [Fact]
    public void The_words_of_a_group_are_searched_together()
    {
        List<IReadOnlyList<string>> searched = [];
        var fields = new FilterFields<Parcel>().Flag("fragile", parcel => parcel.Fragile).Words((words, _) =>
        {
            searched.Add(words);
            return parcel => parcel.Fragile;
        });
        Assert.True(fields.Compile(Parcels.Tree("paper fragile:yes \"big jam\" -ink"), Parcels.Context).Succeeded);
        Assert.Equal([["ink"], ["paper", "big jam"]], searched);
    }

    [Fact]
    public async Task Capitals_do_not_matter_in_fields_values_and_keys_but_in_texts()
    {
        var rows = (await Parcels.Read("STATE:New Key:p-7 holder:ME fragile:YES")).Expect().Rows.Compile();
        var parcel = new Parcel { State = "new", Key = "P-7", HolderId = Parcels.Anna, Fragile = true, Note = "Jam" };
        Assert.True(rows(parcel));
        Assert.True((await Parcels.Read("note:Jam")).Expect().Rows.Compile()(parcel));
        Assert.False((await Parcels.Read("note:jam")).Expect().Rows.Compile()(parcel));
    }

    [Fact]
    public void Each_field_says_which_columns_it_reads()
    {
        var columns = Parcels.Fields.Infos.ToDictionary(info => info.Name, info => string.Join(' ', info.Columns), StringComparer.Ordinal);
        Assert.Equal("HolderId", columns["holder"]);
        Assert.Equal("UpdatedAt", columns["updated"]);
        Assert.Equal("Urgency", columns["urgency"]);
        Assert.Equal("", columns["mark"]);
        Assert.All(Parcels.Fields.Infos.Where(info => info.Kind != FilterFieldKind.Set), info => Assert.Single(info.Columns));
    }

    [Fact]
    public void A_declaration_that_cannot_work_fails_at_once()
    {
        Assert.Throws<InvalidOperationException>(() => new FilterFields<Parcel>().Flag("a", row => row.Fragile).Flag("a", row => row.Fragile));
        Assert.Throws<InvalidOperationException>(() => new FilterFields<Parcel>().Flag("A b", row => row.Fragile));
        Assert.Throws<InvalidOperationException>(() => new FilterFields<Parcel>().Text("a", row => row.Note!.Trim()));
        Assert.Throws<InvalidOperationException>(() => new FilterFields<Parcel>().Number("a", row => (decimal)row.Weight));
        Assert.Throws<InvalidOperationException>(() => new FilterFields<Parcel>().Choice("a", row => row.State, ["x"], new Dictionary<string, string[]>(StringComparer.Ordinal) { ["g"] = ["y"] }));
        Assert.Throws<InvalidOperationException>(() => new SortKeys<Parcel>(row => row.Id).By("a", row => row.Note!));
        Assert.Throws<InvalidOperationException>(() => new SortKeys<Parcel>(row => row.Id).By("a", row => row.DueAt!.Value));
    }
}
