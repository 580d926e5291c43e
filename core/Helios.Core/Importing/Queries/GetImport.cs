using Helios.Core.Importing.Csv;
using Helios.Kernel.Commands;
using Helios.Core.Bulk;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Importing.Queries;

/// <summary>One import: its columns and what the first rows would do, or how far it is.</summary>
/// <param name="Import">The import, by key or id.</param>
public sealed record GetImport([property: Target] EntityRef<Import> Import) : IQuery<ImportDetails>
{
    const int Previewed = 20;

    public sealed class Handler(HeliosDb db, Registry registry, CommandPipeline commands) : IQueryHandler<GetImport, ImportDetails>
    {
        public async Task<Outcome<ImportDetails>> Handle(GetImport query, QueryContext context)
        {
            var import = query.Import.Entity;
            if (registry.ImportTarget(import.Target, context.Scope) is not { } target)
                return Problem.NotFound("import");
            var isDraft = string.Equals(import.State, ImportState.Draft, StringComparison.Ordinal);
            var job = isDraft ? null : await JobOf(import).FirstOrDefaultAsync(context.Stop);
            var sheet = isDraft ? await Sheet(import, context.Stop) : null;
            var missing = target.Missing(import.Fields);
            return new ImportDetails
            {
                Id = import.Id,
                Key = import.Key,
                Version = import.Version,
                Target = target.Kind,
                TargetLabel = registry.LabelsOf(context.Scope).Fill(target.Label),
                ListPage = target.ListPage,
                UploadPage = target.UploadPage,
                Run = isDraft ? null : await RunOf(import, context.Stop),
                UndoneBy = isDraft ? null : await db.Set<BulkChange>().Where(other => other.UndoesImportId == import.Id).Select(other => other.Key).FirstOrDefaultAsync(context.Stop),
                Rules = registry.LabelsOf(context.Scope).Fill(target.Rules),
                FileName = import.FileName,
                Format = import.Format,
                State = import.State,
                IsStuck = import.IsAtWork && job?.State is not (JobState.Waiting or JobState.Running),
                Message = job?.Message,
                Columns = [.. import.Headers.Select((header, index) => new ColumnChoice(header, import.Columns[index], ExampleOf(sheet, index)))],
                Fields = [.. registry.ColumnsOf(target, context.Scope).Select(column => new ImportField(column.Field, column.Label))],
                Missing = missing,
                Preview = sheet is null || missing is not null ? [] : await ImportPreview.Of(new ImportLook(db, commands, context.Scope, context.Stop), import, target, new ImportSheet(target, sheet, import.Columns), 0, Previewed),
                Rows = import.Rows,
                Counts = import.IsAtWork
                    ? await ImportTally.Of(db, import.Id, context.Stop)
                    : new ImportCounts(import.Created, import.Updated, import.Unchanged, import.Refused, import.Warned),
                CreatedAt = import.CreatedAt,
                StartedAt = import.StartedAt,
                FinishedAt = import.FinishedAt,
            };
        }

        /// <summary>The run of its start, by which all of it is undone.</summary>
        async Task<Guid?> RunOf(Import import, CancellationToken stop) => await db.Events
            .Where(told => told.EntityId == import.Id && told.Action == "ImportStarted").OrderBy(told => told.OccurredAt).Select(told => told.RunId).FirstOrDefaultAsync(stop);

        IQueryable<Job> JobOf(Import import) => db.Jobs
            .Where(job => job.OrganizationId == db.OrganizationId && job.SubjectId == import.Id)
            .OrderByDescending(job => job.Id);

        async Task<CsvSheet?> Sheet(Import import, CancellationToken stop) =>
            await db.Set<ImportFile>().FirstOrDefaultAsync(file => file.ImportId == import.Id, stop) is { } file ? CsvSheet.Read(file.Content).Expect() : null;

        static string? ExampleOf(CsvSheet? sheet, int column) => sheet?.Rows
            .Select(row => column < row.Cells.Length ? row.Cells[column].Trim() : "")
            .FirstOrDefault(cell => cell.Length > 0);
    }
}
