using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Helios.Core.Organizations;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Helios.Core.Identity.Keys;

/// <summary>Seals the keys that protect forms under the root key (AES-256-GCM), so that the database alone opens nothing.</summary>
public sealed class KeySealer(IRootKey root) : IXmlEncryptor
{
    internal const string Element = "sealedKey";
    const int NonceSize = 12;
    const int TagSize = 16;

    static readonly byte[] Purpose = Encoding.UTF8.GetBytes("helios:data-protection:1");

    readonly byte[] key = root.Derive("data-protection");

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var box = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length), Purpose);
        CryptographicOperations.ZeroMemory(plain);
        return new EncryptedXmlInfo(new XElement(Element, Convert.ToBase64String(box)), typeof(KeyOpener));
    }

    /// <summary>The key's XML again.</summary>
    /// <exception cref="CryptographicException">It was sealed under another root key, or changed since.</exception>
    internal XElement Open(XElement sealedKey)
    {
        var box = Convert.FromBase64String(sealedKey.Value).AsSpan();
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(key, TagSize);
        cipher.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], plain, Purpose);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
