using System.Globalization;
using CsvHelper;
using Helios.Core.Exporting;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Importing.Queries;

/// <summary>The refused rows of an import as a CSV file with the reasons, to be corrected and uploaded again.</summary>
/// <param name="Import">The import.</param>
public sealed record ExportRefusedRows([property: Target] EntityRef<Import> Import) : IQuery<ExportRefusedRows.Result>
{
    /// <summary>A file.</summary>
    /// <param name="FileName">What to call it.</param>
    /// <param name="Text">Its text, with commas between columns.</param>
    public sealed record Result(string FileName, string Text);

    public sealed class Handler(HeliosDb db) : IQueryHandler<ExportRefusedRows, Result>
    {
        public async Task<Outcome<Result>> Handle(ExportRefusedRows query, QueryContext context)
        {
            var import = query.Import.Entity;
            var rows = await db.Set<ImportRow>()
                .Where(row => row.ImportId == import.Id && row.Outcome == RowOutcome.Refused)
                .OrderBy(row => row.Number).Select(row => new { row.Cells, row.Reason })
                .ToListAsync(context.Stop);
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            await using (var csv = CsvWriter.Create(text, leaveOpen: true))
            {
                await csv.WriteRecordAsync([.. import.Headers, "Reason"], context.Stop);
                foreach (var row in rows)
                    await csv.WriteRecordAsync([.. Padded(row.Cells ?? [], import.Headers.Length).Select(CsvCell.Safe), row.Reason ?? ""], context.Stop);
            }

            return new Result($"{Path.GetFileNameWithoutExtension(import.FileName)}-refused.csv", text.ToString());
        }

        static IEnumerable<string> Padded(string[] cells, int columns) =>
            cells.Take(columns).Concat(Enumerable.Repeat("", Math.Max(0, columns - cells.Length)));
    }
}
