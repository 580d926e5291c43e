namespace Helios.Web.Assets;

/// <summary>One embedded file of the web bundle with its compressed versions.</summary>
/// <param name="Name">File name, which carries a hash of the content.</param>
/// <param name="ContentType">Media type with charset.</param>
/// <param name="Plain">The bytes as they are.</param>
/// <param name="Brotli">The bytes compressed with Brotli, where that pays.</param>
/// <param name="Gzip">The bytes compressed with gzip, where that pays.</param>
public sealed record Asset(string Name, string ContentType, ReadOnlyMemory<byte> Plain, ReadOnlyMemory<byte>? Brotli, ReadOnlyMemory<byte>? Gzip);
