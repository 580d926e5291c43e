using System.Buffers;
using Helios.Core.Exporting.Commands;
using Helios.Kernel.Commands;
using Helios.Kernel.Data;
using Helios.Kernel.Modules;
using Helios.Kernel.Queries;
using Helios.Kernel.Scopes;
using Helios.Kernel.Input;

namespace Helios.Core.Exporting;

/// <summary>Writes one list into one file, a page at a time, and into the history who took it along.</summary>
sealed class ListFile(QueryPipeline queries, CommandPipeline commands, Registry registry, ExportLanes lanes, Scope scope)
{
    /// <summary>Which list, in words for the history: the kind, the filter, the format.</summary>
    public required string Told { get; init; }

    public required string Kind { get; init; }

    public required ListInput List { get; init; }

    public required Type RowType { get; init; }

    public required IReadOnlyList<ExportColumn> Columns { get; init; }

    /// <summary>Whether everything that rows have besides comes along.</summary>
    public required bool IsWhole { get; init; }

    public required string Format { get; init; }

    public async Task Write(Stream to, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        end.CancelAfter(ExportLanes.Longest);
        await lanes.Enter(end.Token);
        try
        {
            // Before the first row leaves, as with everything that is revealed.
            (await commands.Run(new RecordExport(Told, null), scope, stop: end.Token)).Expect();
            await Rows(to, end.Token);
        }
        finally
        {
            lanes.Leave();
        }
    }

    async Task Rows(Stream to, CancellationToken stop)
    {
        var count = 0L;
        try
        {
            await using var whole = (await queries.Whole(List, scope, stop)).Expect();
            var plan = new ExportPlan(Columns, IsWhole ? await More(whole.Db, stop) : []);
            IExportWriter writer = Format == ExportFormat.Json ? new JsonExport(plan, RowType) : new CsvExport(plan);
            var buffer = new ArrayBufferWriter<byte>();
            writer.Begin(buffer);
            await foreach (var page in whole.Pages())
            {
                await Page(page, plan, writer, (whole.Db, buffer), stop);
                await Flush(buffer, to, stop);
                count += page.Count;
            }

            writer.End(buffer);
            await Flush(buffer, to, stop);
        }
        finally
        {
            // Rows that had left when the reader went count as well.
            await commands.Run(new RecordExport(Told, count), scope, stop: CancellationToken.None);
        }
    }

    async Task Page(IReadOnlyList<object> page, ExportPlan plan, IExportWriter writer, (HeliosDb Db, ArrayBufferWriter<byte> Buffer) to, CancellationToken stop)
    {
        var id = RecordContract.Of(RowType).Field("id")?.Read;
        List<Guid> ids = id is null ? [] : [.. page.Select(row => (Guid)id(row)!)];
        var cells = new Dictionary<(Guid Row, string Column), object>();
        foreach (var source in plan.More.Select(column => column.Source).Distinct())
            foreach (var (place, value) in await source.Of(to.Db, Kind, ids, stop))
                cells[place] = value;
        for (var number = 0; number < page.Count; number++)
            writer.Row(to.Buffer, page[number], [.. plan.More.Select(column => cells.GetValueOrDefault((ids[number], column.Name)))]);
    }

    async Task<IReadOnlyList<(ExportCells Source, string Name, string Header)>> More(HeliosDb db, CancellationToken stop)
    {
        List<(ExportCells, string, string)> more = [];
        if (RecordContract.Of(RowType).Field("id") is null)
            return more;
        foreach (var source in registry.Contributions<ExportCells>())
            foreach (var (name, header) in await source.Value.Columns(db, Kind, scope, stop))
                more.Add((source.Value, name, header));
        return more;
    }

    static async Task Flush(ArrayBufferWriter<byte> buffer, Stream to, CancellationToken stop)
    {
        await to.WriteAsync(buffer.WrittenMemory, stop);
        await to.FlushAsync(stop);
        buffer.ResetWrittenCount();
    }
}
