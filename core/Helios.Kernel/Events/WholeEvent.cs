using Helios.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Helios.Kernel.Events;

/// <summary>An event with what it tells.</summary>
/// <param name="Event">The event.</param>
/// <param name="Body">What it tells; null where all of it was erased.</param>
public sealed record WholeEvent(EventRow Event, EventBody? Body)
{
    /// <summary>Reads events as a query picks and orders them. Each body is looked up by the key of its event.</summary>
    public static async Task<List<WholeEvent>> Read(HeliosDb db, IQueryable<EventRow> events, CancellationToken stop)
    {
        var rows = await events
            .Select(row => new
            {
                Event = row,
                Body = db.EventDetails.Where(detail => detail.OccurredAt == row.OccurredAt && detail.EventId == row.Id).Select(detail => detail.Body).FirstOrDefault(),
            })
            .ToListAsync(stop);
        return rows.ConvertAll(row => new WholeEvent(row.Event, EventBody.Read(row.Body)));
    }
}
