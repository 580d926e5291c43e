namespace Helios.Kernel.Files;

/// <summary>A file that has come in whole and stands under no name yet. Whoever disposes of it before it is placed lets it go.</summary>
public sealed class ReceivedFile : IDisposable
{
    readonly FileStream stream;

    internal ReceivedFile(FileStream stream, string hash)
    {
        this.stream = stream;
        Hash = hash;
        Size = stream.Length;
        stream.Position = 0;
        var head = new byte[MediaTypes.HeadLength];
        MediaType = MediaTypes.Of(head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
        Picture = PictureSize.Of(stream, MediaType);
    }

    /// <summary>SHA-256 of the content, in small hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>Bytes.</summary>
    public long Size { get; }

    /// <summary>What it is, by its content.</summary>
    public string MediaType { get; }

    /// <summary>The size of a picture that can be shown.</summary>
    public PictureSize? Picture { get; }

    internal string Path => stream.Name;

    public void Dispose()
    {
        stream.Dispose();
        File.Delete(stream.Name);
    }
}
