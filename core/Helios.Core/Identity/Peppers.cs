using System.Security.Cryptography;
using System.Text;
using Helios.Kernel.Secrets;

namespace Helios.Core.Identity;

/// <summary>
/// What the database keeps of a random token: an HMAC under a key that stands outside of it, so that a stolen database
/// cannot even test guesses. One key for each sort of token.
/// </summary>
/// <remarks>The keys come from the first root key and are kept: after its rotation every session and token goes on.</remarks>
public sealed class Peppers(KeptKeys kept, RootKey root)
{
    readonly byte[] session = Kept(kept, root, "identity:session");
    readonly byte[] link = Kept(kept, root, "identity:link");
    readonly byte[] token = Kept(kept, root, "identity:token");
    readonly byte[] attempt = Kept(kept, root, "identity:attempt");

    /// <summary>What recognizes a session's cookie.</summary>
    public byte[] Session(string text) => Of(session, text);

    /// <summary>What recognizes a one-time link.</summary>
    public byte[] Link(string text) => Of(link, text);

    /// <summary>What recognizes a personal access token.</summary>
    public byte[] Token(string text) => Of(token, text);

    /// <summary>Stands for a mail address that somebody tried to sign in with.</summary>
    public byte[] Attempt(string mailKey) => Of(attempt, mailKey);

    static byte[] Kept(KeptKeys kept, RootKey root, string name) => kept.Get(name, () => root.Derive(name));

    static byte[] Of(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
