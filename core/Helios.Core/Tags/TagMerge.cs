using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Tags;

/// <summary>Moves what has one tag to another, so many rows at a time. It may stop anywhere and go on: what is moved is moved.</summary>
sealed class TagMerge(HeliosDb db, string from, string into)
{
    /// <summary>Rows that one statement moves: some tens of milliseconds.</summary>
    public const int AtOnce = 1000;

    /// <summary>How many entities have the tag, counted up to a limit.</summary>
    public Task<int> Waiting(int most, CancellationToken stop) => db.Set<EntityTag>().Where(row => row.Tag == from).Take(most).CountAsync(stop);

    /// <summary>Moves the next rows and notes them; says how many. Whoever has both tags keeps one.</summary>
    public async Task<int> Move(DateTimeOffset now, CancellationToken stop)
    {
        var moved = await db.Database.SqlQuery<int>($"select helios_retag({db.OrganizationId}, {from}, {into}, {AtOnce}, {now}) as \"Value\"").ToListAsync(stop);
        return moved[0];
    }

    /// <summary>Moves those back that were noted and have still the other tag. The first tag has to come again in the same transaction.</summary>
    public Task MoveBack(CancellationToken stop) => db.Database.ExecuteSqlAsync($"select helios_untag({db.OrganizationId}, {from}, {into})", stop);

    /// <summary>Lets every name of the one lead to the other, and takes the one away.</summary>
    public async Task End(CancellationToken stop)
    {
        foreach (var name in await db.Set<TagName>().Where(name => name.Tag == from).ToListAsync(stop))
            name.Tag = into;
        if (await db.Set<Tag>().SingleOrDefaultAsync(tag => tag.Key == from, stop) is { } gone)
            db.Remove(gone);
    }
}
