using System.Text;

namespace Helios.Kernel.Files;

/// <summary>
/// What a file is, by its first bytes and nothing else: neither its name nor what its sender says. The rules for an unknown type
/// of the WHATWG's MIME Sniffing Standard (§7.1), for the types that a help desk meets.
/// </summary>
public static class MediaTypes
{
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";
    public const string Gif = "image/gif";
    public const string WebP = "image/webp";
    public const string Pdf = "application/pdf";
    public const string Text = "text/plain";

    /// <summary>Nobody knows.</summary>
    public const string Unknown = "application/octet-stream";

    /// <summary>So much of a file is looked at: the length of the standard's resource header.</summary>
    public const int HeadLength = 1445;

    /// <summary>Elements that begin a page; each ends with a blank or "&gt;" (§7.1, the table of scriptable types).</summary>
    static readonly string[] Elements =
        ["<!DOCTYPE HTML", "<HTML", "<HEAD", "<SCRIPT", "<IFRAME", "<H1", "<DIV", "<FONT", "<TABLE", "<A", "<STYLE", "<TITLE", "<B", "<BODY", "<BR", "<P", "<!--"];

    /// <summary>Pictures that browsers show, by content alone harmless.</summary>
    public static bool IsPicture(string type) => type is Png or Jpeg or Gif or WebP;

    /// <summary>What may be shown inside Helios; everything else is only ever downloaded.</summary>
    public static bool IsShown(string type) => IsPicture(type) || type is Pdf;

    /// <summary>The type of a file that begins so.</summary>
    public static string Of(ReadOnlySpan<byte> head)
    {
        if (head.Length > HeadLength)
            head = head[..HeadLength];
        return Scriptable(head) ?? Picture(head) ?? Sound(head) ?? Archive(head) ?? (head.IndexOfAnyInRange<byte>(0x00, 0x08) < 0 && !HoldsBinary(head) ? Text : Unknown);
    }

    static string? Scriptable(ReadOnlySpan<byte> head)
    {
        var shown = head.TrimStart("\t\n\f\r "u8);
        foreach (var element in Elements)
            if (shown.Length > element.Length && Ascii.EqualsIgnoreCase(shown[..element.Length], element) && (element is "<!--" || shown[element.Length] is (byte)' ' or (byte)'>'))
                return "text/html";
        if (shown.StartsWith("<?xml"u8))
            return "text/xml";
        if (head.StartsWith("%PDF-"u8))
            return Pdf;
        return head.StartsWith("%!PS-Adobe-"u8) ? "application/postscript"
            : head.StartsWith(new byte[] { 0xFE, 0xFF }) || head.StartsWith(new byte[] { 0xFF, 0xFE }) || head.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }) ? Text
            : null;
    }

    static string? Picture(ReadOnlySpan<byte> head) =>
        head.StartsWith(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A }) ? Png
        : head.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF }) ? Jpeg
        : head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? Gif
        : IsRiff(head, "WEBPVP"u8) ? WebP
        : head.StartsWith("BM"u8) ? "image/bmp"
        : head.StartsWith(new byte[] { 0, 0, 1, 0 }) || head.StartsWith(new byte[] { 0, 0, 2, 0 }) ? "image/x-icon"
        : null;

    static string? Sound(ReadOnlySpan<byte> head) =>
        head.StartsWith("ID3"u8) ? "audio/mpeg"
        : head.StartsWith("OggS\0"u8) ? "application/ogg"
        : IsRiff(head, "AVI "u8) ? "video/avi"
        : IsRiff(head, "WAVE"u8) ? "audio/wave"
        : head.StartsWith(new byte[] { 0x1A, 0x45, 0xDF, 0xA3 }) ? "video/webm"
        : head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) && head[8..11].SequenceEqual("mp4"u8) ? "video/mp4"
        : null;

    static string? Archive(ReadOnlySpan<byte> head) =>
        head.StartsWith(new byte[] { 0x1F, 0x8B, 0x08 }) ? "application/x-gzip"
        : head.StartsWith(new byte[] { (byte)'P', (byte)'K', 3, 4 }) ? "application/zip"
        : head.StartsWith("Rar!\x1A\x07"u8) ? "application/x-rar-compressed"
        : null;

    static bool IsRiff(ReadOnlySpan<byte> head, ReadOnlySpan<byte> form) =>
        head.Length >= 8 + form.Length && head.StartsWith("RIFF"u8) && head.Slice(8, form.Length).SequenceEqual(form);

    /// <summary>A binary data byte (§3): what no text holds besides NUL to backspace.</summary>
    static bool HoldsBinary(ReadOnlySpan<byte> head) =>
        head.Contains((byte)0x0B) || head.IndexOfAnyInRange<byte>(0x0E, 0x1A) >= 0 || head.IndexOfAnyInRange<byte>(0x1C, 0x1F) >= 0;
}
