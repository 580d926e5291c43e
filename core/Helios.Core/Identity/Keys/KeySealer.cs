using System.Text;
using System.Xml.Linq;
using Helios.Kernel.Secrets;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Helios.Core.Identity.Keys;

/// <summary>Seals the keys that protect forms under the root key, so that the database alone opens nothing.</summary>
public sealed class KeySealer(RootKey root) : IXmlEncryptor
{
    const string Purpose = RootRotation.DataProtection;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(new XElement("sealedKey", Convert.ToBase64String(root.Seal(Purpose, plain))), typeof(KeyOpener));
    }

    /// <summary>The key's XML again.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was sealed under another root key, or changed since.</exception>
    internal XElement Open(XElement sealedKey) =>
        XElement.Parse(Encoding.UTF8.GetString(root.Open(Purpose, Convert.FromBase64String(sealedKey.Value))));
}
