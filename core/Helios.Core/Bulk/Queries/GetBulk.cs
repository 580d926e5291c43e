using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Bulk.Queries;

/// <summary>A bulk change: how far it is and what became of its records.</summary>
/// <param name="Bulk">The bulk change.</param>
public sealed record GetBulk([property: Target] EntityRef<BulkChange> Bulk) : IQuery<BulkDetails>
{
    public sealed class Handler(HeliosDb db) : IQueryHandler<GetBulk, BulkDetails>
    {
        public async Task<Outcome<BulkDetails>> Handle(GetBulk query, QueryContext context)
        {
            var bulk = query.Bulk.Entity;
            var around = await db.Set<BulkChange>().Where(row => row.Id == bulk.Id).Select(row => new
            {
                Run = db.Events.Where(told => told.EntityId == row.Id).OrderBy(told => told.OccurredAt).ThenBy(told => told.Id).Select(told => told.RunId).FirstOrDefault(),
                UndoneBy = db.Set<BulkChange>().Where(other => other.UndoesId == row.Id).Select(other => other.Key).FirstOrDefault(),
                Job = db.Jobs.Where(job => job.OrganizationId == row.OrganizationId && job.SubjectId == row.Id).OrderByDescending(job => job.CreatedAt)
                    .Select(job => new { job.State, job.Message }).FirstOrDefault(),
            }).SingleAsync(context.Stop);
            return new BulkDetails
            {
                Id = bulk.Id,
                Key = bulk.Key,
                Name = bulk.Name,
                Command = bulk.Command,
                Kind = bulk.Kind,
                Filter = bulk.Filter,
                State = bulk.State,
                Rows = bulk.Rows,
                Counts = bulk.IsAtWork ? await BulkTally.Of(db, bulk.Id, context.Stop) : new BulkCounts(bulk.Done, bulk.Unchanged, bulk.Refused),
                CreatedAt = bulk.CreatedAt,
                FinishedAt = bulk.FinishedAt,
                Run = around.Run,
                IsUndo = bulk.UndoesId is not null || bulk.UndoesImportId is not null,
                UndoneBy = around.UndoneBy,
                IsStuck = bulk.IsAtWork && around.Job?.State is not (JobState.Waiting or JobState.Running),
                Message = around.Job?.State is JobState.Dead ? around.Job.Message : null,
            };
        }
    }
}
