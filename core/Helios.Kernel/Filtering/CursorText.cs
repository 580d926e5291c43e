using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Helios.Kernel.Filtering;

/// <summary>Writes and reads cursors: base64url of 8 bytes of hash, 16 of id, and the sort value as text.</summary>
/// <remarks>The hash covers filter, sort, id and value: it finds accidents, not forgery, and needs no more, since a cursor only names a place in what the caller may see anyway.</remarks>
static class CursorText
{
    const int HashLength = 8;
    const int Head = HashLength + 16;

    /// <summary>Longer than any sort value that an index can hold (PostgreSQL: 2,704 bytes), as base64.</summary>
    const int Longest = 4000;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    public static bool Knows(Type type) =>
        type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(Guid) || type == typeof(string)
        || type == typeof(short) || type == typeof(int) || type == typeof(long);

    public static string Write(object value, Guid id, string bound)
    {
        var text = Strict.GetBytes(TextOf(value));
        var bytes = new byte[Head + text.Length];
        id.TryWriteBytes(bytes.AsSpan(HashLength), bigEndian: true, out _);
        text.CopyTo(bytes, Head);
        Hash(bytes.AsSpan(HashLength), bound).CopyTo(bytes, 0);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The value and id of a cursor that was made for this filter and sort, else null.</summary>
    public static (string Value, Guid Id)? Read(string cursor, string bound)
    {
        if (cursor.Length > Longest || !Base64Url.IsValid(cursor))
            return null;
        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length < Head || !bytes.AsSpan(0, HashLength).SequenceEqual(Hash(bytes.AsSpan(HashLength), bound)))
            return null;
        return (Strict.GetString(bytes, Head, bytes.Length - Head), new Guid(bytes.AsSpan(HashLength, 16), bigEndian: true));
    }

    public static bool TryRead<TKey>(string text, [MaybeNullWhen(false)] out TKey key)
    {
        object? value = null;
        if (typeof(TKey) == typeof(string))
            value = text.Contains('\0', StringComparison.Ordinal) ? null : text;
        else if (typeof(TKey) == typeof(Guid))
            value = Guid.TryParse(text, out var id) ? id : null;
        else if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            value = FromNumber(typeof(TKey), number);
        key = value is TKey read ? read : default;
        return value is TKey;
    }

    static object? FromNumber(Type type, long number)
    {
        if (type == typeof(DateTimeOffset))
            return number >= 0 && number <= DateTimeOffset.MaxValue.Ticks ? new DateTimeOffset(number, TimeSpan.Zero) : null;
        if (type == typeof(DateOnly))
            return number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
        if (type == typeof(short))
            return number is >= short.MinValue and <= short.MaxValue ? (short)number : null;
        if (type == typeof(int))
            return number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
        return number;
    }

    static string TextOf(object value) => value switch
    {
        DateTimeOffset time => time.UtcTicks.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.DayNumber.ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    static byte[] Hash(ReadOnlySpan<byte> place, string bound)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Strict.GetBytes(bound));
        hash.AppendData(place);
        return hash.GetHashAndReset()[..HashLength];
    }
}
