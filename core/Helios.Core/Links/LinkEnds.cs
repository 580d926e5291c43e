using System.Linq.Expressions;
using Helios.Kernel.Data;
using Helios.Kernel.Scopes;
using Helios.Kernel.Search;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Links;

/// <summary>Links with their other ends, as far as somebody may see those. Each direction is asked for itself and in its index's order, so a hub of ten thousand links costs no more than a page of them.</summary>
sealed class LinkEnds(HeliosDb db, Actor actor, Expression<Func<Link, bool>> holds)
{
    /// <summary>The newest links of one entity.</summary>
    public Task<List<LinkEnd>> Newest(Guid entity, int most, CancellationToken stop) =>
        Newest(Forward(db.Set<Link>().Where(link => link.FromId == entity)), most)
            .Concat(Newest(Backward(db.Set<Link>().Where(link => link.ToId == entity)), most))
            .OrderByDescending(end => end.Link.CreatedAt).ThenByDescending(end => end.Link.Id)
            .Take(most)
            .ToListAsync(stop);

    /// <summary>The newest links of each of these entities; so many in each direction.</summary>
    public async Task<List<LinkEnd>> NewestOfEach(Guid[] entities, int most, CancellationToken stop)
    {
        var starts = db.Entities.Where(row => entities.Contains(row.Id));
        var (links, others) = (db.Set<Link>().Where(holds), db.Entities.VisibleTo(actor));
        // Written out: inside a query, a method of this class would be none that the database knows.
        var forward = await starts.SelectMany(row => links.Where(link => link.FromId == row.Id)
            .Join(others, link => link.ToId, other => other.Id, (link, other) => new LinkEnd { Link = link, Other = other })
            .OrderByDescending(end => end.Link.CreatedAt).ThenByDescending(end => end.Link.Id).Take(most)).ToListAsync(stop);
        var backward = await starts.SelectMany(row => links.Where(link => link.ToId == row.Id)
            .Join(others, link => link.FromId, other => other.Id, (link, other) => new LinkEnd { Link = link, Other = other })
            .OrderByDescending(end => end.Link.CreatedAt).ThenByDescending(end => end.Link.Id).Take(most)).ToListAsync(stop);
        return [.. forward.Concat(backward).OrderByDescending(end => end.Link.CreatedAt).ThenByDescending(end => end.Link.Id)];
    }

    /// <summary>How many links an entity has, counted up to a limit.</summary>
    public Task<int> Count(Guid entity, int most, CancellationToken stop) =>
        Forward(db.Set<Link>().Where(link => link.FromId == entity)).Select(end => end.Link.Id)
            .Concat(Backward(db.Set<Link>().Where(link => link.ToId == entity)).Select(end => end.Link.Id))
            .Take(most).CountAsync(stop);

    IQueryable<LinkEnd> Forward(IQueryable<Link> links) =>
        links.Where(holds).Join(db.Entities.VisibleTo(actor), link => link.ToId, other => other.Id, (link, other) => new LinkEnd { Link = link, Other = other });

    IQueryable<LinkEnd> Backward(IQueryable<Link> links) =>
        links.Where(holds).Join(db.Entities.VisibleTo(actor), link => link.FromId, other => other.Id, (link, other) => new LinkEnd { Link = link, Other = other });

    static IQueryable<LinkEnd> Newest(IQueryable<LinkEnd> ends, int most) =>
        ends.OrderByDescending(end => end.Link.CreatedAt).ThenByDescending(end => end.Link.Id).Take(most);
}
