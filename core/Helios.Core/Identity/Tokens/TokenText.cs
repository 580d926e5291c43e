using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Helios.Core.Identity.Tokens;

/// <summary>
/// The form of a personal access token: <c>helios_personal_{handle}_{secret}{checksum}</c>, 10, 34 and 6 characters of base 62.
/// The checksum lets scanners and the server drop typing errors and fakes without asking the database.
/// </summary>
/// <remarks>The secret has about 202 bits, so a fast keyed hash is enough at rest.</remarks>
public static class TokenText
{
    /// <summary>What every personal token begins with.</summary>
    public const string Prefix = "helios_personal_";

    static readonly SearchValues<char> Letters = SearchValues.Create(RandomText.Base62);

    const int Handle = 10;
    const int Secret = 34;
    const int Checksum = 6;
    const int Length = 16 + Handle + 1 + Secret + Checksum;
    const uint Polynomial = 0xEDB88320;

    /// <summary>A new token.</summary>
    public static string Create()
    {
        var body = $"{Prefix}{RandomNumberGenerator.GetString(RandomText.Base62, Handle)}_{RandomNumberGenerator.GetString(RandomText.Base62, Secret)}";
        return body + ChecksumOf(body);
    }

    /// <summary>The part that stands in clear and in lists.</summary>
    public static string HandleOf(string token) => token.Substring(Prefix.Length, Handle);

    /// <summary>Whether the text has the form and the checksum of a token.</summary>
    public static bool IsWellFormed(string? text) =>
        text is { Length: Length }
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text[Prefix.Length + Handle] == '_'
        && text.AsSpan(Prefix.Length, Handle).IndexOfAnyExcept(Letters) < 0
        && text.AsSpan(Prefix.Length + Handle + 1).IndexOfAnyExcept(Letters) < 0
        && text.EndsWith(ChecksumOf(text[..^Checksum]), StringComparison.Ordinal);

    /// <summary>CRC-32 (ISO 3309) of everything before it, in base 62.</summary>
    static string ChecksumOf(string body)
    {
        var crc = uint.MaxValue;
        foreach (var octet in Encoding.ASCII.GetBytes(body))
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
        }

        crc = ~crc;
        return string.Create(Checksum, crc, static (digits, rest) =>
        {
            for (var i = digits.Length - 1; i >= 0; i--, rest /= 62)
                digits[i] = RandomText.Base62[(int)(rest % 62)];
        });
    }
}
