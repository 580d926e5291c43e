using System.IO.Compression;
using System.Security.Cryptography;

namespace Helios.Kernel.Installations.Backups;

/// <summary>The content of one part, proved while it is read: a fault names the part.</summary>
sealed class PartStream(Stream compressed, BackupPart part, string file, Action<long> passed) : ForwardStream
{
    readonly BrotliStream plain = new(compressed, CompressionMode.Decompress);
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    long count;

    public override bool CanRead => true;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = plain.Read(buffer);
            hash.AppendData(buffer[..read]);
            count += read;
            passed(read);
            if (read == 0 && buffer.Length > 0 && (count != part.Length || !string.Equals(Convert.ToHexStringLower(hash.GetCurrentHash()), part.Sha256, StringComparison.Ordinal)))
                throw Damaged(null);
            return read;
        }
        catch (Exception e) when (e is CryptographicException or InvalidDataException or InvalidOperationException or EndOfStreamException or IOException)
        {
            throw Damaged(e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            plain.Dispose();
            hash.Dispose();
        }

        base.Dispose(disposing);
    }

    InstallationException Damaged(Exception? why) =>
        new($"The backup {file} is damaged: its part {part.Name} does not read as it was written.", "Take another copy of this backup, or an older backup.", why);
}
