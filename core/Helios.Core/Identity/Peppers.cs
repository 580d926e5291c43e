using System.Security.Cryptography;
using System.Text;
using Helios.Kernel.Secrets;

namespace Helios.Core.Identity;

/// <summary>
/// What the database keeps of a random token: an HMAC under a key that stands outside of it, so that a stolen database
/// cannot even test guesses. One key for each sort of token.
/// </summary>
public sealed class Peppers(RootKey root)
{
    readonly byte[] session = root.Derive("identity:session");
    readonly byte[] link = root.Derive("identity:link");
    readonly byte[] token = root.Derive("identity:token");
    readonly byte[] attempt = root.Derive("identity:attempt");

    /// <summary>What recognizes a session's cookie.</summary>
    public byte[] Session(string text) => Of(session, text);

    /// <summary>What recognizes a one-time link.</summary>
    public byte[] Link(string text) => Of(link, text);

    /// <summary>What recognizes a personal access token.</summary>
    public byte[] Token(string text) => Of(token, text);

    /// <summary>Stands for a mail address that somebody tried to sign in with.</summary>
    public byte[] Attempt(string mailKey) => Of(attempt, mailKey);

    static byte[] Of(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
