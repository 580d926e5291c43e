using Helios.Core.Identity.Sessions;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Identity.Queries;

/// <summary>The browsers in which the actor is signed in, the last used first; at most 100.</summary>
public sealed record ListSessions : IQuery<ListSessions.Result>
{
    /// <summary>The sessions.</summary>
    public sealed record Result(IReadOnlyList<Item> Items);

    /// <summary>One browser.</summary>
    /// <param name="Id">The session.</param>
    /// <param name="Agent">What the browser says that it is.</param>
    /// <param name="Address">The network address at sign-in.</param>
    /// <param name="CreatedAt">When it signed in.</param>
    /// <param name="LastSeenAt">When it was last used, to the minute.</param>
    /// <param name="IsThis">Whether it is the one that asks.</param>
    public sealed record Item(Guid Id, string Agent, string Address, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, bool IsThis);

    public sealed class Handler(HeliosDb db) : IQueryHandler<ListSessions, Result>
    {
        public async Task<Outcome<Result>> Handle(ListSessions query, QueryContext context)
        {
            var mine = Guid.TryParse(context.Scope.Actor.CredentialId, out var id) ? id : Guid.Empty;
            var idle = context.Now - Session.Idle;
            var items = await db.Set<Session>()
                .Where(row => row.AccountId == context.Scope.Actor.AccountId && row.RevokedAt == null && row.ExpiresAt > context.Now && row.LastSeenAt > idle)
                .OrderByDescending(row => row.LastSeenAt)
                .Take(100)
                .Select(row => new Item(row.Id, row.Agent, row.Address, row.CreatedAt, row.LastSeenAt, row.Id == mine))
                .ToListAsync(context.Stop);
            return new Result([.. items.OrderByDescending(item => item.IsThis)]);
        }
    }
}
