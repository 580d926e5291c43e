using System.Buffers;

namespace Helios.Core.Exporting;

/// <summary>Writes rows in a format, into memory for one page at a time.</summary>
interface IExportWriter
{
    /// <summary>What stands before the first row.</summary>
    void Begin(IBufferWriter<byte> to);

    /// <summary>One row.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="row">The row.</param>
    /// <param name="more">What else it has, for <see cref="ExportPlan.More"/> in order; null where nothing stands.</param>
    void Row(IBufferWriter<byte> to, object row, IReadOnlyList<object?> more);

    /// <summary>What stands behind the last row.</summary>
    void End(IBufferWriter<byte> to);
}
