namespace Helios.Kernel.Events;

/// <summary>One part of a detail: a text with its salt, or the hash that an erased one has left.</summary>
/// <param name="Salt">16 bytes; null where the text was erased.</param>
/// <param name="Text">The text; null where it was erased.</param>
/// <param name="Hash">SHA-256 over salt and text.</param>
public sealed record DetailPart(byte[]? Salt, string? Text, byte[] Hash)
{
    public bool IsErased => Text is null;
}
