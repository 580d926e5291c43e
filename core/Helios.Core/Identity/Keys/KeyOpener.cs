using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Helios.Core.Identity.Keys;

/// <summary>Opens what <see cref="KeySealer"/> sealed; the framework makes it by its name in the stored key.</summary>
public sealed class KeyOpener(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<KeySealer>().Open(encryptedElement);
}
