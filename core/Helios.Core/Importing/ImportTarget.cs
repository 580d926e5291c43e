using Helios.Kernel.Problems;

namespace Helios.Core.Importing;

/// <summary>A kind whose records can be imported. A feature contributes one; upload, preview, work and results are the same for all.</summary>
public abstract class ImportTarget
{
    /// <summary>The kind's name, such as <c>user</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>What the rows are, such as People.</summary>
    public abstract string Label { get; }

    /// <summary>The page of their list, below the organization.</summary>
    public abstract string ListPage { get; }

    /// <summary>What an actor needs besides the permission to import.</summary>
    public abstract string Permission { get; }

    /// <summary>How rows are matched and what is left out, in one or two sentences for people.</summary>
    public abstract string Rules { get; }

    /// <summary>The fields that columns can fill.</summary>
    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>What a row calls itself, such as the person's name; empty where it has none.</summary>
    public abstract string TitleOf(ImportCells row);

    /// <summary>What names the record that a row is about; a later row with one of the same names is refused.</summary>
    public abstract IEnumerable<string> NamesOf(ImportCells row);

    /// <summary>How other rows may call the record that a row is about.</summary>
    public abstract IEnumerable<string> CalledBy(ImportCells row);

    /// <summary>Why these columns are not enough, or null.</summary>
    public abstract string? Missing(IReadOnlySet<string> fields);

    /// <summary>The page where a file is chosen, below the organization.</summary>
    public virtual string UploadPage => ListPage + "/import";

    /// <summary>What rows would do now, without doing it.</summary>
    /// <param name="look">What it may use.</param>
    /// <param name="import">The import.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="file">The whole file, where references may lead to.</param>
    public abstract Task<IReadOnlyList<RowPlan>> Plan(ImportLook look, Import import, IReadOnlyList<ImportCells> rows, ImportSheet file);

    /// <summary>Looks up together what the next rows may mean, for commands that would ask for each row alone.</summary>
    public virtual Task Ahead(ImportSeries series, IReadOnlyList<ImportCells> rows) => Task.CompletedTask;

    /// <summary>Does a row and writes down what became of it, or says why not.</summary>
    public abstract Task<Problem?> Do(ImportSeries series, ImportCells row);

    /// <summary>Looks a row's pending reference up once all rows are done; for kinds whose rows may name later ones.</summary>
    public virtual Task<Problem?> Settle(ImportSeries series, int number) => Task.FromResult<Problem?>(null);
}
