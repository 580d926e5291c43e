using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Scopes;
using Helios.Kernel.Search;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Importing.Generic;

/// <summary>Finds the record that a cell names: by key or id, by what else names one of the kind, or by its title where only one is called so.</summary>
static class RecordNames
{
    const int Candidates = 60;
    const int LongestTitle = 200;

    public static async Task<Outcome<Guid>> Find(HeliosDb db, KindDeclaration kind, Actor actor, string text, CancellationToken stop)
    {
        var called = await Called(db, kind, actor, text, stop);
        return called switch
        {
            [var only] => only,
            [] => Problem.NotFound($"{kind.Label.One.ToLowerInvariant()} “{text}”"),
            _ => Problem.Conflict("imports.row.ambiguous", $"{called.Count} {kind.Label.Many.ToLowerInvariant()} are called “{text}”. Write the key instead."),
        };
    }

    /// <summary>Whom the text may mean.</summary>
    public static async Task<IReadOnlyList<Guid>> Called(HeliosDb db, KindDeclaration kind, Actor actor, string text, CancellationToken stop)
    {
        if (await kind.IdOf(db, actor, text, stop) is { } id)
            return [id];
        if (text.Length > LongestTitle)
            return [];
        var hits = await db.Search(text, [], actor.IsStaff, ReaderTokens.Of(actor), [kind.Name], Candidates).ToListAsync(stop);
        return [.. hits.Where(hit => string.Equals(hit.Title.Trim(), text, StringComparison.OrdinalIgnoreCase) && !hit.Archived).Select(hit => hit.Id).Distinct()];
    }
}
