using System.Globalization;
using Helios.Kernel.Data;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Tests.Growing.Broken;

/// <summary>Asks once per row, and loses one between pages.</summary>
public sealed record ListOddities : ListInput, IQuery<ListPage<ListOddities.Row>>
{
    public sealed record Row(Guid Id, string Key);

    public sealed class Handler(HeliosDb db) : IQueryHandler<ListOddities, ListPage<Row>>
    {
        public async Task<Outcome<ListPage<Row>>> Handle(ListOddities query, QueryContext context)
        {
            var from = query.After is { } after ? int.Parse(after, CultureInfo.InvariantCulture) : 0;
            var ids = await db.Set<Oddity>().OrderBy(row => row.Id).Skip(from).Take(query.Limit).Select(row => row.Id).ToListAsync(context.Stop);
            List<Row> rows = [];
            foreach (var id in ids)
                rows.Add(await db.Set<Oddity>().Where(row => row.Id == id).Select(row => new Row(row.Id, row.Key)).SingleAsync(context.Stop));
            return new ListPage<Row>(rows, ids.Count < query.Limit ? null : (from + query.Limit + 1).ToString(CultureInfo.InvariantCulture));
        }
    }
}
