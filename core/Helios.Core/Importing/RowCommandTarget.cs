using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Entities;
using Helios.Kernel.Problems;

namespace Helios.Core.Importing;

/// <summary>A kind with rules of its own for what a row means: one command of the feature does a row and writes down what became of it.</summary>
public abstract class RowCommandTarget : ImportTarget
{
    public override Task<IReadOnlyList<RowPlan>> Plan(ImportLook look, Import import, IReadOnlyList<ImportCells> rows, ImportSheet file) => Plan(look.Db, rows, file, look.Stop);

    public override Task<Problem?> Do(ImportSeries series, ImportCells row) => series.Run(Take(series.Import, row));

    public override Task<Problem?> Settle(ImportSeries series, int number) => series.Run(Settle(series.Import, number));

    /// <summary>What rows would do now, without doing it; a few statements for all of them together.</summary>
    protected abstract Task<IReadOnlyList<RowPlan>> Plan(HeliosDb db, IReadOnlyList<ImportCells> rows, ImportSheet file, CancellationToken stop);

    /// <summary>The command that does a row and writes down what became of it.</summary>
    protected abstract ICommand<Nothing> Take(EntityRef<Import> import, ImportCells row);

    /// <summary>The command that looks a row's pending reference up once all rows are done.</summary>
    protected abstract ICommand<Nothing> Settle(EntityRef<Import> import, int number);
}
