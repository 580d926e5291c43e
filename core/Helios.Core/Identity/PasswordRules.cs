using System.Collections.Frozen;
using Helios.Core.Directory.People;

namespace Helios.Core.Identity;

/// <summary>What a password must be: long, and not what everybody tries first. No rules about sorts of characters (NIST SP 800-63B, 3.1.1).</summary>
static class PasswordRules
{
    public const int Shortest = 12;

    /// <summary>So that hashing stays cheap for whoever asks.</summary>
    public const int Longest = 200;

    static readonly FrozenSet<string> Common = new[]
    {
        "password1234", "password12345", "password123456", "passwordpassword", "123456789012", "1234567890123", "12345678901234", "123123123123",
        "111111111111", "000000000000", "qwertyuiop12", "qwertyuiop123", "qwertyuiopas", "qwertyuiopasdf", "qwertyqwerty", "qwerty123456",
        "1q2w3e4r5t6y", "1qaz2wsx3edc", "zaq12wsxcde3", "q1w2e3r4t5y6", "abcdefghijkl", "abcdefghijklm", "abcd12345678", "abc123456789",
        "iloveyou1234", "letmeinletmein", "letmein12345", "welcome12345", "welcome123456", "administrator", "administrator1", "admin1234567",
        "adminadminadmin", "changemechangeme", "changeme1234", "helioshelios", "helios123456", "correcthorsebatterystaple", "trustno1trustno1", "secretsecret",
        "asdfghjkl123", "asdfasdfasdf", "zxcvbnm12345", "monkeymonkey", "dragondragon", "football1234", "baseball1234", "superman1234", "passw0rd1234", "p@ssw0rd1234",
        "testtesttest", "test12345678", "defaultpassword", "supportsupport", "summer202512", "winter202512", "sunshine1234", "princess1234",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is wrong with the password, with the way out; null when it is fine.</summary>
    public static string? Broken(string password, string mail, string name)
    {
        var folded = password.Trim().ToLowerInvariant();
        if (password.Length < Shortest)
            return $"This password has {password.Length} characters. Take at least {Shortest}; a few words in a row are easy to remember.";
        if (password.Length > Longest)
            return $"This password is longer than {Longest} characters. Take a shorter one.";
        if (folded.Distinct().Count() < 5 || Common.Contains(folded))
            return "This password is one of the first that anybody would try. Take another; a few words in a row are easy to remember.";
        if (folded == User.Fold(mail) || folded == User.Fold(name) || folded.Equals(mail.Split('@')[0], StringComparison.OrdinalIgnoreCase))
            return "This password is your name or mail address. Take another; a few words in a row are easy to remember.";
        return null;
    }
}
