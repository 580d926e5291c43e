using System.Text;

namespace Helios.Core.Importing.Csv;

/// <summary>Finds out how a text file is encoded.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="Encoding">The encoding's name for people.</param>
public sealed record FileText(string Text, string Encoding)
{
    /// <summary>How many bytes are looked at to tell UTF-16 without a mark.</summary>
    const int Looked = 4096;

    /// <summary>Reads UTF-8 and UTF-16 with or without a mark; what is neither is Windows-1252, the commonest of the old ones.</summary>
    public static FileText Read(byte[] content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(Clean(System.Text.Encoding.UTF8.GetString(content.AsSpan(3))), "UTF-8"),
        [0xFF, 0xFE, ..] => new(Clean(System.Text.Encoding.Unicode.GetString(content.AsSpan(2))), "UTF-16"),
        [0xFE, 0xFF, ..] => new(Clean(System.Text.Encoding.BigEndianUnicode.GetString(content.AsSpan(2))), "UTF-16"),
        _ => Unmarked(content),
    };

    static FileText Unmarked(byte[] content)
    {
        var head = content.AsSpan(0, Math.Min(content.Length, Looked));
        var (even, odd) = Zeros(head);
        if (odd > head.Length / 5 && even < head.Length / 20)
            return new(Clean(System.Text.Encoding.Unicode.GetString(content)), "UTF-16");
        if (even > head.Length / 5 && odd < head.Length / 20)
            return new(Clean(System.Text.Encoding.BigEndianUnicode.GetString(content)), "UTF-16");
        try
        {
            return new(Clean(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content)), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return new(Clean(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(content)), "Windows-1252");
        }
    }

    static (int Even, int Odd) Zeros(ReadOnlySpan<byte> head)
    {
        var (even, odd) = (0, 0);
        for (var index = 0; index < head.Length; index++)
        {
            if (head[index] != 0)
                continue;
            if (index % 2 == 0)
                even++;
            else
                odd++;
        }

        return (even, odd);
    }

    /// <summary>No column of the database can hold a NUL.</summary>
    static string Clean(string text) => text.Replace('\0', '\uFFFD');
}
