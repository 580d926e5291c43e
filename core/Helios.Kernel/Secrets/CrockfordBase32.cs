namespace Helios.Kernel.Secrets;

/// <summary>Douglas Crockford's base 32: letters and digits that people do not mistake for each other.</summary>
static class CrockfordBase32
{
    public const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Groups of five bits, the last one filled up with zeros.</summary>
    public static IReadOnlyList<int> Split(ReadOnlySpan<byte> bytes)
    {
        List<int> groups = [];
        int held = 0, bits = 0;
        foreach (var one in bytes)
        {
            held = (held << 8) | one;
            bits += 8;
            for (; bits >= 5; bits -= 5)
                groups.Add((held >> (bits - 5)) & 31);
            held &= (1 << bits) - 1;
        }

        if (bits > 0)
            groups.Add((held << (5 - bits)) & 31);
        return groups;
    }

    /// <summary>The whole bytes of groups of five bits.</summary>
    public static byte[] Join(IEnumerable<int> groups)
    {
        List<byte> bytes = [];
        int held = 0, bits = 0;
        foreach (var group in groups)
        {
            held = (held << 5) | group;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits));
            held &= (1 << bits) - 1;
        }

        return [.. bytes];
    }

    /// <summary>The value of a letter as people write it (O for 0, I and L for 1), or -1.</summary>
    public static int ValueOf(char letter) => char.ToUpperInvariant(letter) switch
    {
        'O' => 0,
        'I' or 'L' => 1,
        var plain => Letters.IndexOf(plain, StringComparison.Ordinal),
    };
}
