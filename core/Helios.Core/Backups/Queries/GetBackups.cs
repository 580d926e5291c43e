using Helios.Core.Organizations;
using Helios.Kernel.Data;
using Helios.Kernel.Installations.Backups;
using Helios.Kernel.Problems;
using Helios.Kernel.Queries;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Backups.Queries;

/// <summary>How the backups stand that the server writes by itself, of all organizations in one file.</summary>
public sealed record GetBackups : IQuery<GetBackups.Result>
{
    /// <summary>How they stand.</summary>
    /// <param name="IsOn">Whether the server writes backups by itself; if not, the rest says nothing.</param>
    /// <param name="Times">When, in words, on the clock of the machine.</param>
    /// <param name="Keep">How many stay.</param>
    /// <param name="DueAt">When the next one is due; in the past where one was missed.</param>
    /// <param name="IsOverdue">Whether one is late by more than two hours.</param>
    /// <param name="Trouble">Why the last one failed, and what helps; null where it did not, or where the server started since.</param>
    /// <param name="Zone">The organization's zone, in which people read the moments.</param>
    /// <param name="Items">Those that are there, the newest first.</param>
    public sealed record Result(bool IsOn, string? Times, int Keep, DateTimeOffset? DueAt, bool IsOverdue, string? Trouble, string Zone, IReadOnlyList<WrittenBackup> Items);

    public sealed class Handler(HeliosDb db, BackupWatch? watch = null) : IQueryHandler<GetBackups, Result>
    {
        public async Task<Outcome<Result>> Handle(GetBackups query, QueryContext context)
        {
            var zone = await db.Set<Organization>().Where(row => row.Id == context.Scope.OrganizationId).Select(row => row.Zone).SingleAsync(context.Stop);
            return watch?.Look() is { } standing
                ? new Result(true, standing.Plan.At.Words, standing.Plan.Keep, standing.Due, standing.IsOverdue, standing.Trouble, zone, [.. standing.Written.Select(written => new WrittenBackup(written.Moment, SizeOf(written.File)))])
                : new Result(false, null, 0, null, false, null, zone, []);
        }

        /// <summary>The oldest may go while it is looked at.</summary>
        static long SizeOf(string file) => new FileInfo(file) is { Exists: true } there ? there.Length : 0;
    }
}
