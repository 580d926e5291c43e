using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Directory.People.Queries;

/// <summary>Who of the IT staff works here now: those whom something can be assigned to.</summary>
public sealed record ListStaff : IQuery<ListStaff.Result>
{
    /// <summary>More than any select can show in a useful way.</summary>
    const int Most = 200;

    /// <summary>The IT staff.</summary>
    /// <param name="Items">By name; at most 200.</param>
    public sealed record Result(IReadOnlyList<UserMention> Items);

    public sealed class Handler(HeliosDb db, Registry registry) : IQueryHandler<ListStaff, Result>
    {
        public async Task<Outcome<Result>> Handle(ListStaff query, QueryContext context) => new Result(
            await registry.Kind<User>().Visible(db.Set<User>(), context.Scope.Actor)
                .Where(user => user.IsStaff && user.IsActive && user.ArchivedAt == null)
                .OrderBy(user => user.Name).ThenBy(user => user.Id)
                .Take(Most)
                .Select(user => new UserMention(user.Id, user.Key, user.Name, user.Title))
                .ToListAsync(context.Stop));
    }
}
