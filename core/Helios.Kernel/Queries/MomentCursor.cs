using System.Buffers.Binary;
using System.Buffers.Text;
using Helios.Kernel.Problems;

namespace Helios.Kernel.Queries;

/// <summary>A place in what is read newest first: the moment and id of the last row that the caller has.</summary>
/// <param name="Moment">When it happened, in UTC.</param>
/// <param name="Id">Tells rows of the same moment apart.</param>
public sealed record MomentCursor(DateTimeOffset Moment, Guid Id)
{
    const int Length = 24;

    /// <summary>The answer to a text that is no cursor.</summary>
    public static Problem Unreadable { get; } =
        Problem.Invalid("after", "This is not the next of an earlier page. Send the next of the page before, or leave it out to begin anew.");

    /// <summary>The opaque text that goes to the caller.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Moment.UtcTicks);
        Id.TryWriteBytes(bytes[8..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a text that <see cref="ToString"/> made; null when it is none.</summary>
    public static MomentCursor? Read(string text)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (text.Length != 32 || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var read) || read != Length)
            return null;
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks ? null : new MomentCursor(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes[8..]));
    }
}
