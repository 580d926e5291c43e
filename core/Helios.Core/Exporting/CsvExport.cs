using System.Buffers;
using System.Text;

namespace Helios.Core.Exporting;

/// <summary>Rows as RFC 4180: commas, CRLF, quotation marks where they are needed.</summary>
sealed class CsvExport(ExportPlan plan) : IExportWriter
{
    readonly StringBuilder line = new();

    public void Begin(IBufferWriter<byte> to) => Write(to, plan.Columns.Select(column => column.Header).Concat(plan.More.Select(column => column.Header)));

    public void Row(IBufferWriter<byte> to, object row, IReadOnlyList<object?> more) =>
        Write(to, plan.Columns.Select(column => column.Cell(row)).Concat(more));

    public void End(IBufferWriter<byte> to)
    {
    }

    void Write(IBufferWriter<byte> to, IEnumerable<object?> cells)
    {
        line.Clear();
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
                line.Append(',');
            isFirst = false;
            CsvCell.Append(line, cell);
        }

        line.Append("\r\n");
        foreach (var chunk in line.GetChunks())
            Encoding.UTF8.GetBytes(chunk.Span, to);
    }
}
