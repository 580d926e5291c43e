using Helios.Core.Tags.Commands;
using Helios.Core.Tags.Queries;
using Helios.Itsm.Tickets.Commands;
using Helios.Kernel.Jobs;
using Helios.Kernel.Scopes;
using Helios.Tests.Fixtures;
using Helios.Tests.Growing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Tags;

/// <summary>Tags that change under the lists that are filtered by them.</summary>
[Collection(GrowingSuites.Name)]
public sealed class TagChangeTests(GrowingHouse house)
{
    readonly TagScene scene = new(house);

    [Fact]
    public async Task A_renamed_tag_is_found_by_both_names_and_typed_by_either()
    {
        var name = scene.Name("Drucker");
        var ticket = await scene.Ticket(name);
        (await house.Do(new UpdateTag(name.ToUpperInvariant(), new(name + " neu"), new("teal")), Owner)).Expect();
        Assert.Equal([ticket], await scene.Filtered(name));
        Assert.Equal([ticket], await scene.Filtered(name + " neu"));
        var other = await scene.Ticket(name);
        Assert.Equal([(name + " neu", "teal")], (await house.Queries.Ask(new ListEntityTags(new(other)), Owner, TestContext.Current.CancellationToken)).Expect().Items.Select(tag => (tag.Name, tag.Color)));
    }

    [Fact]
    public async Task A_name_of_another_tag_is_refused_and_a_change_of_case_is_not()
    {
        var (one, other) = (scene.Name("one"), scene.Name("other"));
        await scene.Ticket(one);
        await scene.Ticket(other);
        Assert.Equal("tags.update.taken", (await house.Do(new UpdateTag(one, new(other.ToUpperInvariant()), default), Owner)).Problem?.Code);
        Assert.Equal(one.ToUpperInvariant(), (await house.Do(new UpdateTag(one, new(one.ToUpperInvariant()), default), Owner)).Expect().Name);
    }

    [Fact]
    public async Task Merged_tags_are_one_wherever_they_were_and_whoever_had_both_has_one()
    {
        var (from, into) = (scene.Name("from"), scene.Name("into"));
        var (first, second) = (await scene.Ticket(from), await scene.Ticket(into));
        (await house.Do(new AddTag(new(second), from), Owner)).Expect();
        Assert.True((await house.Do(new MergeTags(from, into), Owner)).Expect().IsDone);
        foreach (var name in new[] { from, into })
            Assert.Equal(new[] { first, second }.Order(StringComparer.Ordinal), await scene.Filtered(name));
        Assert.Equal(1L, await house.One<long>("select count(*) from entity_tag t join ticket k on k.id = t.entity_id where k.key = $1", second));
        Assert.Equal(1L, await house.One<long>("select count(*) from event e join event_detail d on d.event_id = e.id where e.action = 'TagsMerged' and position($1 in d.body) > 0", from));
        Assert.Equal("into", (await house.Do(new MergeTags(into, from), Owner)).Problem?.Fields[0].Field);
    }

    [Fact]
    public async Task A_tag_on_thousands_is_merged_by_a_job_that_may_be_run_again()
    {
        var (from, into) = (scene.Name("large"), scene.Name("small"));
        await scene.Ticket(from);
        await scene.Ticket(into);
        await using var many = await scene.Many(from, 2500);

        var merge = (await house.Do(new MergeTags(from, into), Owner)).Expect();
        Assert.False(merge.IsDone);
        Assert.Equal("tags.merge.running", (await house.Do(new MergeTags(into, from), Owner)).Problem?.Code);
        var events = await house.One<long>("select count(*) from event where action like 'Tag%'");
        // Killed after its first step: what is left is found and moved by the next run.
        Assert.Equal(1000, (await house.Do(new FinishTagMerge(from), Owner)).Expect().Moved);
        Assert.Single(await scene.Filtered(into, 1));
        await Run();
        Assert.Equal(0L, await scene.Count(from));
        Assert.Equal(2502L, await scene.Count(into));
        Assert.Equal(0L, await house.One<long>("select count(*) from tag where key = $1", from));
        Assert.InRange(await house.One<long>("select count(*) from event where action like 'Tag%'") - events, 1, 2);
        Assert.True((await house.Do(new FinishTagMerge(from), Owner)).Expect().IsDone);
    }

    [Fact]
    public async Task An_archived_tag_stays_where_it_is_and_is_offered_no_more()
    {
        var name = scene.Name("archived");
        var ticket = await scene.Ticket(name);
        (await house.Do(new ArchiveTag(name), Owner)).Expect();
        Assert.Equal([ticket], await scene.Filtered(name));
        Assert.Empty((await house.Queries.Ask(new ListTags(name), Owner, TestContext.Current.CancellationToken)).Expect().Items);
        var other = (await house.Do(new CreateTicket("Other", null, null), Owner)).Expect().Key;
        Assert.Equal("tags.add.archived", (await house.Do(new AddTag(new(other), name), Owner)).Problem?.Code);
        (await house.Do(new RestoreTag(name), Owner)).Expect();
        (await house.Do(new AddTag(new(other), name), Owner)).Expect();
        Assert.Equal(2, (await house.Queries.Ask(new CountTags { Key = name }, Owner, TestContext.Current.CancellationToken)).Expect().Items.Single().Count);
    }

    Scope Owner => house.Larkspur.Owner;

    async Task Run()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var runner = house.App.Services.GetRequiredService<JobRunner>().Run(end.Token);
        await Eventually.Holds(async () => await house.One<long>("select count(*) from platform.job where name = 'tags.merge' and state in ('waiting', 'running')") == 0);
        await end.CancelAsync();
        await runner;
    }
}
