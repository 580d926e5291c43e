using Helios.Core.Directory.Locations.Commands;
using Helios.Core.Links;
using Helios.Core.Links.Commands;
using Helios.Core.Links.Queries;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Tests.Growing;
using Xunit;

namespace Helios.Tests.Links;

/// <summary>Relations that an organization adds in its own words.</summary>
[Collection(GrowingSuites.Name)]
public sealed class RelationTypeTests(GrowingHouse house)
{
    [Fact]
    public async Task Its_words_may_be_of_any_script_and_its_name_is_made_of_them()
    {
        var word = $"trains {house.Next()}";
        var added = (await house.Do(new AddRelationType(word, "is trained by"), Owner)).Expect();
        var foreign = (await house.Do(new AddRelationType($"обучает {house.Next()}", "обучается у"), Owner)).Expect();
        Assert.Equal(word.Replace(' ', '_'), added.Name);
        Assert.Matches("^relation_[0-9a-f]{12}$", foreign.Name);
        var (one, other) = (await Place("Trainer"), await Place("Trained"));
        await Link(one, other, "-" + foreign.Name);
        Assert.Equal([("обучается у", "Trained", true)], await Said(one));
        Assert.Equal("relations.wording.taken", (await house.Do(new AddRelationType(word.ToUpperInvariant(), "Is trained by"), Owner)).Problem?.Code);
        Assert.Equal("toKinds", (await house.Do(new AddRelationType("feeds", "is fed by", null, ["dragon"]), Owner)).Problem?.Fields[0].Field);
        Assert.Equal(ProblemKind.Forbidden, (await house.Do(new AddRelationType("feeds"), Staff)).Problem?.Kind);
    }

    [Fact]
    public async Task An_archived_one_takes_no_new_links_and_keeps_those_that_stand()
    {
        var type = (await house.Do(new AddRelationType($"covers {house.Next()}", "is covered by"), Owner)).Expect();
        var (one, other) = (await Place("Cover"), await Place("Covered"));
        await Link(one, other, type.Name);
        (await house.Do(new UpdateRelationType(new RowRef<RelationType>(type.Id), new("insures"), new("is insured by"), default, default), Owner)).Expect();
        (await house.Do(new ArchiveRelationType(new RowRef<RelationType>(type.Id)), Owner)).Expect();
        Assert.Equal([("insures", "Covered", false)], await Said(one));
        Assert.Equal("relation", (await house.Do(new AddLink(new(one), new(await Place("Late")), type.Name), Staff)).Problem?.Fields[0].Field);
        Assert.DoesNotContain((await Ask(new ListRelations())).Items, relation => relation.Name == type.Name);
        (await house.Do(new RestoreRelationType(new RowRef<RelationType>(type.Id)), Owner)).Expect();
        Assert.Contains((await Ask(new ListRelations("location"))).Items, relation => relation.Name == type.Name);
    }

    [Fact]
    public async Task It_leads_only_between_the_kinds_that_it_is_for()
    {
        var type = (await house.Do(new AddRelationType($"houses {house.Next()}", "is housed in", ["location"], ["user"]), Owner)).Expect();
        var (one, other) = (await Place("House"), await Place("Another house"));
        var refused = (await house.Do(new AddLink(new(one), new(other), type.Name), Staff)).Problem;
        Assert.Equal("to", refused?.Fields[0].Field);
        Assert.Contains("does not lead from a location to a location", refused?.Fields[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await Ask(new ListRelations("ticket"))).Items, relation => relation.Name == type.Name);
        await Link(one, house.Larkspur.Members[Roles.User].Actor.UserId!.Value.ToString(), type.Name);
    }

    Scope Owner => house.Larkspur.Owner;

    Scope Staff => house.Larkspur.Members[Roles.ItStaff];

    async Task<T> Ask<T>(IQuery<T> query) => (await house.Queries.Ask(query, Staff, TestContext.Current.CancellationToken)).Expect();

    async Task<string> Place(string name) => (await house.Do(new CreateLocation { Name = $"{name} {house.Next()}" }, Owner)).Expect().Key;

    async Task Link(string one, string other, string relation) => (await house.Do(new AddLink(new(one), new(other), relation), Staff)).Expect();

    async Task<IEnumerable<(string, string, bool)>> Said(string entity) =>
        (await Ask(new ListLinks(new(entity)))).Items.Select(link => (link.Wording, link.Other.Title.Split(' ')[0], link.IsReverse));
}
