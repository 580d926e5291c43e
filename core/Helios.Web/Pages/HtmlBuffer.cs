using System.Buffers;
using System.Text;

namespace Helios.Web.Pages;

/// <summary>Takes the text of a page and holds it as UTF-8, in memory that is lent.</summary>
/// <remarks>A character outside the basic plane must come in one piece; the renderer writes whole texts.</remarks>
public sealed class HtmlBuffer : TextWriter
{
    /// <summary>A page of a list.</summary>
    const int FirstSize = 128 * 1024;

    const int MostBytesOfOne = 3;

    byte[] bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
    int length;

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>What was written so far.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    public override void Write(char value)
    {
        if (char.IsAscii(value) && length < bytes.Length)
            bytes[length++] = (byte)value;
        else
            Write(new ReadOnlySpan<char>(in value));
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (bytes.Length - length < buffer.Length * MostBytesOfOne)
            Grow(buffer.Length * MostBytesOfOne);
        length += Encoding.UTF8.GetBytes(buffer, bytes.AsSpan(length));
    }

    protected override void Dispose(bool disposing)
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        length = 0;
        base.Dispose(disposing);
    }

    void Grow(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, length + more));
        bytes.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
