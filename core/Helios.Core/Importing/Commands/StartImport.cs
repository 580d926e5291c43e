using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Jobs;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helios.Core.Importing.Commands;

/// <summary>Starts an import, or goes on with one that was stopped.</summary>
/// <param name="Import">The import.</param>
public sealed record StartImport([property: Target] EntityRef<Import> Import) : ICommand<ImportChanged>
{
    public sealed class Handler(HeliosDb db, Registry registry) : ICommandHandler<StartImport, ImportChanged>
    {
        public async Task<Outcome<ImportChanged>> Handle(StartImport command, CommandContext context)
        {
            var import = command.Import.Entity;
            var target = registry.ImportTarget(import.Target, context.Scope)!;
            if (!context.Actor.Can(target.Permission))
                return Problem.Forbidden(target.Permission);
            if (string.Equals(import.State, ImportState.Done, StringComparison.Ordinal))
                return Problem.Conflict("imports.start.done", "This import is done. Upload the file again to import it once more.");
            if (import.IsAtWork && await HasJob(import.Id, context.Stop))
                return Problem.Conflict("imports.start.running", "This import is at work already. Wait for it, or cancel it.");
            if (target.Missing(import.Fields) is { } missing)
                return Problem.Invalid("columns", missing);
            import.Start(context.Now);
            context.Enqueue(RunImport.Name, new RunImport.Work(import.Id), import.Id);
            return ImportChanged.Of(import);
        }

        Task<bool> HasJob(Guid import, CancellationToken stop) =>
            db.Jobs.AnyAsync(job => job.OrganizationId == db.OrganizationId && job.SubjectId == import && (job.State == JobState.Waiting || job.State == JobState.Running), stop);
    }
}
