using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Search;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Tags;

/// <summary>Finds tags by what people call them.</summary>
static class TagNames
{
    /// <summary>The tag of this name, present or former; tracked. Null where there is none.</summary>
    public static async Task<Tag?> Find(HeliosDb db, string name, CancellationToken stop)
    {
        var folded = Folding.Of(name);
        return await db.Set<TagName>().Where(known => known.Name == folded).Join(db.Set<Tag>(), known => known.Tag, tag => tag.Key, (known, tag) => tag).FirstOrDefaultAsync(stop);
    }

    /// <summary>The tag that a command is about, locked against others who change it.</summary>
    public static async Task<Outcome<Tag>> Target(HeliosDb db, string name, CancellationToken stop)
    {
        var folded = Folding.Of(name);
        var found = await db.Set<Tag>().TagWith(ScopeInterceptor.ForUpdate)
            .Where(tag => db.Set<TagName>().Any(known => known.Name == folded && known.Tag == tag.Key)).FirstOrDefaultAsync(stop);
        return found is null ? Problem.NotFound("such tag") : found;
    }

    /// <summary>The name as it is written: single spaces.</summary>
    public static string Written(string typed) => string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Why nothing can be called so, or null.</summary>
    public static string? Refuse(string name) => Folding.Of(name).Length is 0 or > 80 ? "Give the tag a name of letters or digits." : null;
}
