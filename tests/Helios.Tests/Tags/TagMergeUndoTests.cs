using Helios.Core.Tags.Commands;
using Helios.Core.Undo.Commands;
using Helios.Itsm.Tickets.Commands;
using Helios.Itsm.Tickets.Queries;
using Helios.Kernel.Commands;
using Helios.Kernel.Entities;
using Helios.Kernel.Scopes;
using Helios.Tests.Growing;
using Xunit;

namespace Helios.Tests.Tags;

/// <summary>Two tags that were merged by mistake are taken apart: what had which of them is known.</summary>
[Collection(GrowingSuites.Name)]
public sealed class TagMergeUndoTests(GrowingHouse house)
{
    [Fact]
    public async Task Each_record_has_its_own_tags_again_and_the_undo_of_the_undo_merges_anew()
    {
        var (from, into) = (Name("crimson"), Name("scarlet"));
        var (first, second, both, later) = (await Ticket(from), await Ticket(into), await Ticket(from), await Ticket(from));
        (await house.Do(new AddTag(new(both), into), Owner)).Expect();
        (await house.Do(new UpdateTag(from, default, new("red")), Owner)).Expect();
        var before = await Tagged();

        var run = await Run(new MergeTags(from, into));
        Assert.Equal(Sorted(first, second, both, later), await Filtered(from));
        (await house.Do(new RemoveTag(new(later), into), Owner)).Expect();
        var undo = await Run(new UndoRun(run.ToString()));

        // Who lost the tag since does not get it back.
        Assert.Equal(before.Where(row => !row.StartsWith(later, StringComparison.Ordinal)), await Tagged());
        Assert.Equal(Sorted(first, both), await Filtered(from));
        Assert.Equal(Sorted(second, both), await Filtered(into));
        Assert.Equal("red", await house.One<string>("select color from tag where key = $1", from));
        Assert.Equal(0L, await house.One<long>("select count(*) from tag_moved where tag = $1", from));

        var redo = await Run(new UndoRun(undo.ToString()));
        Assert.Equal(Sorted(first, second, both), await Filtered(from));
        Assert.Equal(0L, await house.One<long>("select count(*) from tag where key = $1", from));
        await Run(new UndoRun(redo.ToString()));
        Assert.Equal(Sorted(first, both), await Filtered(from));
    }

    [Fact]
    public async Task A_tag_that_was_merged_further_stays_where_it_is()
    {
        var (one, two, three) = (Name("ash"), Name("beech"), Name("cedar"));
        foreach (var tag in new[] { one, two, three })
            await Ticket(tag);
        var first = await Run(new MergeTags(one, two));
        var second = await Run(new MergeTags(two, three));
        Assert.Equal("undo.run.changed_since", (await house.Do(new UndoRun(first.ToString()), Owner)).Problem?.Code);
        await Run(new UndoRun(second.ToString()));
        await Run(new UndoRun(first.ToString()));
        foreach (var tag in new[] { one, two, three })
            Assert.Single(await Filtered(tag));
    }

    [Fact]
    public async Task A_large_merge_is_taken_back_while_it_runs_and_after_its_end()
    {
        var (from, into) = (Name("heavy"), Name("light"));
        await Ticket(from);
        await Ticket(into);
        await house.Sql("insert into entity (organization_id, id, kind, key, title, staff_readable, archived, updated_at) select $1, uuidv7(), 'gone', $2 || i, 'Many', true, false, now() from generate_series(1, 1500) i", house.Larkspur.Organization.Id, from);
        await house.Sql("insert into entity_tag select organization_id, id, $2, now() from entity where organization_id = $1 and key like $2 || '%'", house.Larkspur.Organization.Id, from);

        var start = await Run(new MergeTags(from, into));
        Assert.Equal(1000, (await house.Do(new FinishTagMerge(from), Owner)).Expect().Moved);
        await Run(new UndoRun(start.ToString()));
        Assert.Equal((1501L, 1L), (await Count(from), await Count(into)));
        Assert.True((await house.Do(new FinishTagMerge(from), Owner)).Expect().IsDone);
        Assert.Equal(1501L, await Count(from));

        await Run(new MergeTags(from, into));
        Assert.False((await house.Do(new FinishTagMerge(from), Owner)).Expect().IsDone);
        var end = await Run(new FinishTagMerge(from));
        Assert.Equal((0L, 1502L), (await Count(from), await Count(into)));
        await Run(new UndoRun(end.ToString()));
        Assert.Equal((1501L, 1L), (await Count(from), await Count(into)));
        Assert.Null(await house.One<string>("select merging_into from tag where key = $1", from));
    }

    Scope Owner => house.Larkspur.Owner;

    string Name(string word) => $"{word} {house.Next()}";

    static IEnumerable<string> Sorted(params string[] keys) => keys.Order(StringComparer.Ordinal);

    Task<long> Count(string tag) => house.One<long>("select count(*) from entity_tag where tag = $1", tag);

    async Task<Guid> Run<T>(ICommand<T> command)
    {
        var report = new CommandReport();
        (await house.Commands.Run(command, Owner, new CommandOptions { Report = report }, TestContext.Current.CancellationToken)).Expect();
        return report.Run ?? throw new InvalidOperationException("Nothing happened.");
    }

    async Task<string> Ticket(string tag)
    {
        var ticket = (await house.Do(new CreateTicket($"Tagged {tag}", null, null), Owner)).Expect();
        (await house.Do(new AddTag(new EntityRef<Entity>(ticket.Key), tag), Owner)).Expect();
        return ticket.Key;
    }

    async Task<IEnumerable<string>> Tagged() => (await house.Column<string>("select k.key || ' ' || t.tag || ' ' || t.created_at from entity_tag t join ticket k on k.id = t.entity_id order by 1")).Order(StringComparer.Ordinal);

    async Task<IEnumerable<string>> Filtered(string tag) =>
        (await house.Queries.Ask(new ListTickets { Q = $"tag:\"{tag}\"" }, Owner, TestContext.Current.CancellationToken)).Expect().Items.Select(ticket => ticket.Key).Order(StringComparer.Ordinal);
}
