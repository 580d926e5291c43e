using System.Security.Cryptography;

namespace Helios.Core.Identity;

/// <summary>Random words for links and cookies.</summary>
static class RandomText
{
    public const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>43 characters of base 62: 256 bits.</summary>
    public static string ForLink() => RandomNumberGenerator.GetString(Base62, 43);

    /// <summary>Whether the text could be one; anything else needs no look-up.</summary>
    public static bool CouldBeLink(string? text) => text is { Length: 43 } && text.All(char.IsAsciiLetterOrDigit);
}
