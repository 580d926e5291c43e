using Helios.Core.Identity.Tokens;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity.Queries;

/// <summary>The actor's access tokens in this organization that are not revoked, the newest first.</summary>
public sealed record ListTokens : IQuery<ListTokens.Result>
{
    /// <summary>The tokens.</summary>
    public sealed record Result(IReadOnlyList<Item> Items);

    /// <summary>One token.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Handle">The ten characters after <c>helios_personal_</c>.</param>
    /// <param name="Name">What it is for.</param>
    /// <param name="CreatedAt">When it was made.</param>
    /// <param name="LastUsedAt">When it was last used, to the minute.</param>
    /// <param name="ExpiresAt">When it ends.</param>
    public sealed record Item(Guid Id, string Handle, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, DateTimeOffset? ExpiresAt);

    public sealed class Handler(HeliosDb db) : IQueryHandler<ListTokens, Result>
    {
        public async Task<Outcome<Result>> Handle(ListTokens query, QueryContext context) =>
            new Result(await db.Set<AccessToken>()
                .Where(row => row.AccountId == context.Scope.Actor.AccountId && row.RevokedAt == null)
                .OrderByDescending(row => row.CreatedAt)
                .Take(100)
                .Select(row => new Item(row.Id, row.Handle, row.Name, row.CreatedAt, row.LastUsedAt, row.ExpiresAt))
                .ToListAsync(context.Stop));
    }
}
