using Helios.Kernel.Data;
using Helios.Kernel.Scopes;

namespace Helios.Core.Exporting;

/// <summary>Contributed: columns that rows of many kinds have besides what their lists show, such as tags.</summary>
public abstract class ExportCells
{
    /// <summary>The columns for a kind: what each is called, and its header; none where the reader may not see them.</summary>
    public abstract Task<IReadOnlyList<(string Name, string Header)>> Columns(HeliosDb db, string kind, Scope scope, CancellationToken stop);

    /// <summary>The cells of one page of rows, by the row's id and the column's name; one statement.</summary>
    public abstract Task<IReadOnlyDictionary<(Guid Row, string Column), object>> Of(HeliosDb db, string kind, IReadOnlyList<Guid> rows, CancellationToken stop);
}
