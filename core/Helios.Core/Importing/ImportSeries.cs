using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Modules;
using Helios.Kernel.Problems;

namespace Helios.Core.Importing;

/// <summary>Some rows of an import that share one transaction, each behind a savepoint.</summary>
/// <param name="series">The transaction.</param>
/// <param name="registry">What is declared.</param>
/// <param name="import">The import.</param>
/// <param name="isDry">Whether all of it will be rolled back.</param>
/// <param name="stop">Ends the wait.</param>
public sealed class ImportSeries(CommandSeries series, Registry registry, Import import, bool isDry, CancellationToken stop)
{
    /// <summary>The import, for commands.</summary>
    public EntityRef<Import> Import { get; } = new(import.Id.ToString());

    /// <summary>The import itself, as it was when the work began.</summary>
    public Import Whole => import;

    /// <summary>The transaction, to look things up.</summary>
    public HeliosDb Db => series.Db;

    /// <summary>Looks something up for all rows of the series, as <see cref="CommandSeries.Keep{T}"/> does.</summary>
    public Task Keep<T>(Func<Task<T>> lookUp)
        where T : class => series.Keep(lookUp);

    /// <summary>Whether all of it will be rolled back.</summary>
    public bool IsDry => isDry;

    public CancellationToken Stop => stop;

    /// <summary>Runs a command that writes the row's result itself; the run goes into the result.</summary>
    public Task<Problem?> Run(ICommand<Nothing> command) => series.Run(registry.Command(command.GetType()), command, new CommandOptions(), static (db, report) =>
    {
        foreach (var row in db.ChangeTracker.Entries<ImportRow>())
            Note(row.Entity, report);
    }, stop);

    /// <summary>Runs any command for a row, and writes the row's result in the same step.</summary>
    /// <param name="declared">The command.</param>
    /// <param name="input">Its input.</param>
    /// <param name="number">The row.</param>
    /// <param name="result">Makes the result, or changes the one that an earlier step wrote, which it is then the second time.</param>
    public Task<Problem?> Run(CommandDeclaration declared, object input, int number, Func<CommandReport, (ImportRow Row, bool IsNew)> result) =>
        series.Run(declared, input, new CommandOptions { Why = $"Imported from {import.FileName}, row {number}", DryRun = isDry }, (db, report) =>
        {
            var (row, isNew) = result(report);
            if (isNew)
                db.Add(row);
            else
                db.Update(row);
            Note(row, report);
        }, stop);

    /// <summary>Writes the result of a row that no command did.</summary>
    public Task Write(ImportRow row) => series.Write(db => db.Add(row), stop);

    static void Note(ImportRow row, CommandReport report)
    {
        if (report.Run is { } run)
            row.Runs = [.. row.Runs, run];
    }
}
