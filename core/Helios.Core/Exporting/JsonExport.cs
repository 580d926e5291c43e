using System.Buffers;
using System.Text;
using System.Text.Json;
using Helios.Kernel.Input;

namespace Helios.Core.Exporting;

/// <summary>Rows as one array of what the API tells of each, one on a line.</summary>
sealed class JsonExport(ExportPlan plan, Type rowType) : IExportWriter
{
    readonly RecordContract contract = RecordContract.Of(rowType);
    bool isFirst = true;

    public void Begin(IBufferWriter<byte> to) => Encoding.UTF8.GetBytes("[\n", to);

    public void Row(IBufferWriter<byte> to, object row, IReadOnlyList<object?> more)
    {
        if (!isFirst)
            Encoding.UTF8.GetBytes(",\n", to);
        isFirst = false;
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = HeliosJson.Options.Encoder });
        if (plan.More.Count == 0)
        {
            JsonSerializer.Serialize(json, row, contract.Json);
            return;
        }

        var item = JsonSerializer.SerializeToNode(row, contract.Json)!.AsObject();
        for (var place = 0; place < more.Count; place++)
            item[plan.More[place].Name] = more[place] is { } value ? JsonSerializer.SerializeToNode(value, value.GetType(), HeliosJson.Options) : null;
        item.WriteTo(json);
    }

    public void End(IBufferWriter<byte> to) => Encoding.UTF8.GetBytes(isFirst ? "]\n" : "\n]\n", to);
}
