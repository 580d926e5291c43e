namespace Helios.Tests.Files;

/// <summary>A content that a test makes while it is read.</summary>
/// <param name="read">Gets how many bytes are wanted, and says how many come; they are zeros.</param>
sealed class Source(Func<int, int> read) : Stream
{
    /// <summary>Bytes that were taken so far.</summary>
    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Given; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var come = read(count);
        Array.Clear(buffer, offset, come);
        Given += come;
        return come;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
