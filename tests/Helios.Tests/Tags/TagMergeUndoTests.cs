using Helios.Core.Tags;
using Helios.Core.Tags.Commands;
using Helios.Core.Undo.Commands;
using Helios.Kernel.Scopes;
using Helios.Tests.Growing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Helios.Tests.Tags;

/// <summary>Two tags that were merged by mistake are taken apart: what had which of them is known.</summary>
[Collection(GrowingSuites.Name)]
public sealed class TagMergeUndoTests(GrowingHouse house)
{
    readonly TagScene scene = new(house);

    [Fact]
    public async Task Each_record_has_its_own_tags_again_and_the_undo_of_the_undo_merges_anew()
    {
        var (from, into) = (scene.Name("crimson"), scene.Name("scarlet"));
        var (first, second, both, later) = (await scene.Ticket(from), await scene.Ticket(into), await scene.Ticket(from), await scene.Ticket(from));
        (await house.Do(new AddTag(new(both), into), Owner)).Expect();
        (await house.Do(new UpdateTag(from, default, new("red")), Owner)).Expect();
        var before = await Tagged();

        var run = await house.RunOf(new MergeTags(from, into), Owner);
        Assert.Equal(Sorted(first, second, both, later), await scene.Filtered(from));
        (await house.Do(new RemoveTag(new(later), into), Owner)).Expect();
        var undo = await house.RunOf(new UndoRun(run.ToString()), Owner);

        // Who lost the tag since does not get it back.
        Assert.Equal(before.Where(row => !row.StartsWith(later, StringComparison.Ordinal)), await Tagged());
        Assert.Equal(Sorted(first, both), await scene.Filtered(from));
        Assert.Equal(Sorted(second, both), await scene.Filtered(into));
        Assert.Equal("red", await house.One<string>("select color from tag where key = $1", from));
        Assert.Equal(0L, await house.One<long>("select count(*) from tag_moved where tag = $1", from));

        var redo = await house.RunOf(new UndoRun(undo.ToString()), Owner);
        Assert.Equal(Sorted(first, second, both), await scene.Filtered(from));
        Assert.Equal(0L, await house.One<long>("select count(*) from tag where key = $1", from));
        await house.RunOf(new UndoRun(redo.ToString()), Owner);
        Assert.Equal(Sorted(first, both), await scene.Filtered(from));
    }

    [Fact]
    public async Task A_tag_that_was_merged_further_stays_where_it_is()
    {
        var (one, two, three) = (scene.Name("ash"), scene.Name("beech"), scene.Name("cedar"));
        foreach (var tag in new[] { one, two, three })
            await scene.Ticket(tag);
        var first = await house.RunOf(new MergeTags(one, two), Owner);
        var second = await house.RunOf(new MergeTags(two, three), Owner);
        Assert.Equal("undo.run.changed_since", (await house.Do(new UndoRun(first.ToString()), Owner)).Problem?.Code);
        await house.RunOf(new UndoRun(second.ToString()), Owner);
        await house.RunOf(new UndoRun(first.ToString()), Owner);
        foreach (var tag in new[] { one, two, three })
            Assert.Single(await scene.Filtered(tag));
    }

    [Fact]
    public async Task A_large_merge_is_taken_back_while_it_runs_and_after_its_end()
    {
        var (from, into) = (scene.Name("heavy"), scene.Name("light"));
        await scene.Ticket(from);
        await scene.Ticket(into);
        await using var many = await scene.Many(from, 1500);

        var start = await house.RunOf(new MergeTags(from, into), Owner);
        Assert.Equal(1000, (await house.Do(new FinishTagMerge(from), Owner)).Expect().Moved);
        await house.RunOf(new UndoRun(start.ToString()), Owner);
        Assert.Equal((1501L, 1L), (await scene.Count(from), await scene.Count(into)));
        Assert.True((await house.Do(new FinishTagMerge(from), Owner)).Expect().IsDone);
        Assert.Equal(1501L, await scene.Count(from));

        await house.RunOf(new MergeTags(from, into), Owner);
        Assert.False((await house.Do(new FinishTagMerge(from), Owner)).Expect().IsDone);
        var end = await house.RunOf(new FinishTagMerge(from), Owner);
        Assert.Equal((0L, 1502L), (await scene.Count(from), await scene.Count(into)));
        await house.RunOf(new UndoRun(end.ToString()), Owner);
        Assert.Equal((1501L, 1L), (await scene.Count(from), await scene.Count(into)));
        Assert.Null(await house.One<string>("select merging_into from tag where key = $1", from));
    }

    [Fact]
    public async Task What_a_merge_moved_is_forgotten_when_it_can_be_undone_no_more()
    {
        var (from, into) = (scene.Name("old"), scene.Name("new"));
        await scene.Ticket(from);
        await scene.Ticket(into);
        await house.RunOf(new MergeTags(from, into), Owner);
        var sweep = ActivatorUtilities.CreateInstance<TagSweep>(house.App.Services);
        foreach (var (days, left) in new[] { (30, 1L), (32, 0L) })
        {
            await house.Sql("update tag_moved set moved_on = current_date - $2 where tag = $1", from, days);
            await sweep.Run(TestContext.Current.CancellationToken);
            Assert.Equal(left, await house.One<long>("select count(*) from tag_moved where tag = $1", from));
        }
    }

    Scope Owner => house.Larkspur.Owner;

    static IEnumerable<string> Sorted(params string[] keys) => keys.Order(StringComparer.Ordinal);

    async Task<IEnumerable<string>> Tagged() => (await house.Column<string>("select k.key || ' ' || t.tag || ' ' || t.created_at from entity_tag t join ticket k on k.id = t.entity_id order by 1")).Order(StringComparer.Ordinal);
}
